/** What a key asks of the reader's page. */
export type ReaderKey = "next" | "previous" | "find" | "contents" | "help";
export type Press = Readonly<{ key: string; hasModifier: boolean; isComposing: boolean; isTyping: boolean }>;

const KEYS: Readonly<Record<string, ReaderKey>> = {
  j: "next",
  k: "previous",
  "/": "find",
  "、": "find",
  c: "contents",
  "?": "help",
  "？": "help",
};

/** The wish of a key press, or null: nothing while an input method composes, while somebody types, or with Ctrl, Alt or Command. */
export function readerKeyOf({ key, hasModifier, isComposing, isTyping }: Press): ReaderKey | null {
  if (hasModifier || isComposing || isTyping) return null;
  return KEYS[key.toLowerCase()] ?? null;
}
