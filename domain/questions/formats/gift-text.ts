import { looksLikeHtml, type ShownMedium, textOfHtml } from "./html-text.ts";

const FORMATS = ["moodle", "html", "plain", "markdown"] as const;
export type GiftFormat = (typeof FORMATS)[number];

/** What a piece of GIFT says, what it shows, and the name of a format nobody knows. */
export type GiftText = { text: string; format: GiftFormat; shown: ShownMedium[]; unknown: string | null };

const unescaped = (raw: string) => raw.replaceAll(/\\(\\|[~=#{}:>]|n)/gu, (_, sign: string) => (sign === "n" ? "\n" : sign));

/** A piece of GIFT as plain text: its format ("[html]") or that of the question, its escapes, its tags. */
export function readGiftText(raw: string, inherited: GiftFormat): GiftText {
  const [lead = "", name = ""] = /^\s*\[([a-z]{2,12})\]/u.exec(raw) ?? [];
  const named = FORMATS.find((format) => format === name);
  const format = named ?? inherited;
  const text = unescaped(named ? raw.slice(lead.length) : raw).trim();
  const unknown = name !== "" && !named ? name : null;
  const isHtml = format === "html" || (format === "moodle" && looksLikeHtml(text));
  if (!isHtml) return { text, format, shown: [], unknown };
  return { ...textOfHtml(format === "moodle" ? text.replaceAll("\n", "<br>") : text), format, unknown };
}

/** Plain text as a piece of GIFT on one line. */
export function writeGiftText(text: string): string {
  const escaped = text
    .replaceAll(/[\\~=#{}:]/gu, "\\$&")
    .replaceAll("->", "-\\>")
    .replaceAll("\r", "")
    .replaceAll("\n", "\\n");
  return /^\s*\[/u.test(escaped) ? `[plain]${escaped}` : escaped;
}
