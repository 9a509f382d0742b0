import { useEffect, useState } from "react";

const nameOf = (name: string): string => `zx-room-draft:${name}`;

function stored(name: string): string | null {
  try {
    return window.localStorage.getItem(nameOf(name));
  } catch {
    return null;
  }
}

function store(name: string, text: string | null): void {
  try {
    if (text === null) window.localStorage.removeItem(nameOf(name));
    else window.localStorage.setItem(nameOf(name), text);
  } catch {
    // Full or forbidden: the words stay on the screen.
  }
}

/** Words being typed, kept in this browser from the first letter: a page that dies takes none with it. */
export function useDraft(name: string, start: string) {
  const [text, setText] = useState(start);
  useEffect(() => {
    const kept = stored(name);
    if (kept !== null) setText(kept);
  }, [name]);
  return {
    text,
    change(next: string): void {
      setText(next);
      store(name, next);
    },
    clear(): void {
      setText("");
      store(name, null);
    },
  };
}
