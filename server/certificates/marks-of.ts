import { encode } from "uqr";
import type { Measure } from "#domain/certificates/fit-text.ts";
import { layCertificateOut, type Mark } from "#domain/certificates/layout.ts";
import { drawnText } from "#domain/certificates/rare-characters.ts";
import type { CertificateSnapshot } from "#domain/certificates/snapshot.ts";
import { layShareCardOut, type ShareCard } from "#domain/meetings/share-card.ts";
import type { Font } from "./open-font.ts";

const codeOf = (address: string): boolean[][] => encode(address, { border: 0, ecc: "M" }).data;

/** Texts as the font can draw them. */
const drawable = <T extends Readonly<Record<string, string>>>(words: T, font: Font): T =>
  Object.fromEntries(Object.entries(words).map(([key, value]) => [key, drawnText(value, font.hasGlyphForCodePoint.bind(font))])) as T;

function measureIn(font: Font): Measure {
  const widths = new Map<string, number>();
  return (text, size) => {
    const width = widths.get(text) ?? font.layout(text).advanceWidth / font.unitsPerEm;
    widths.set(text, width);
    return width * size;
  };
}

/** The marks of a certificate, set in a font: a function of its snapshot and nothing else (D14). */
export function marksOf(snapshot: CertificateSnapshot, font: Font): Mark[] {
  const { serial, verifyUrl, award, ...words } = snapshot;
  return layCertificateOut({ ...drawable(words, font), ...(award && { award }), serial, verifyUrl }, codeOf(verifyUrl), measureIn(font));
}

/** The marks of a card that is shown around before a meeting. */
export function marksOfCard({ address, ...words }: ShareCard, font: Font): Mark[] {
  return layShareCardOut({ ...drawable(words, font), address }, codeOf(address), measureIn(font));
}
