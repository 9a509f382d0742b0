import type { QuestionKind } from "#domain/questions/question.ts";

/** What a key press asks for. */
export type Shortcut =
  | { readonly kind: "pick"; readonly place: number }
  | { readonly kind: "previous" | "next" | "flag" | "handIn" | "keys" };

/** A key press, as far as it matters. `isTyping`: the focus is in a text field or a select. */
export type Press = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly isTyping: boolean;
};

/** The option named by A–H or 1–8, or null. */
function placeOf(key: string): number | null {
  const at = /^[a-h]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : /^[1-8]$/.test(key) ? Number(key) - 1 : -1;
  return at < 0 ? null : at;
}

/**
 * The shortcut of a key press, or null. Nothing while an input method composes; in a text field only Ctrl+Enter, which types
 * nothing. F is a letter of no option (choices show A–E as a rule), so it flags unless the question has a sixth option.
 */
export function shortcutOf(press: Press, question: { readonly kind: QuestionKind; readonly options: number }): Shortcut | null {
  const { key, ctrlKey, metaKey, altKey, isComposing, isTyping } = press;
  if (isComposing || altKey) return null;
  if ((ctrlKey || metaKey) && key === "Enter") return { kind: "handIn" };
  if (ctrlKey || metaKey || isTyping) return null;
  if (key === "ArrowLeft") return { kind: "previous" };
  if (key === "ArrowRight") return { kind: "next" };
  if (key === "?" || key === "？") return { kind: "keys" };
  const place = placeOf(key);
  if (place !== null && place < question.options) return { kind: "pick", place };
  return key.toLowerCase() === "f" ? { kind: "flag" } : null;
}
