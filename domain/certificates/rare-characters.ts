/** What stands for a character that the font does not have: the printers' geta mark, which nobody takes for a name. */
const MISSING = "〓";
/** Selectors of a variant, joiners and other signs without a shape of their own. */
const SHAPELESS = /[\p{Variation_Selector}\p{Cf}\p{Cc}]/gu;

/** Whether the font has a shape for a character. */
export type HasGlyph = (codePoint: number) => boolean;

const isDrawn = (character: string, has: HasGlyph): boolean => has(character.codePointAt(0) ?? 0);

/** The characters of a text that a certificate cannot show, each once. */
export const rareCharacters = (text: string, has: HasGlyph): string[] => [
  ...new Set([...text.normalize("NFC").replace(SHAPELESS, "")].filter((character) => !isDrawn(character, has))),
];

/** The text as it can be drawn. */
export const drawnText = (text: string, has: HasGlyph): string =>
  [...text.normalize("NFC").replace(SHAPELESS, "")].map((character) => (isDrawn(character, has) ? character : MISSING)).join("");
