import { encode } from "uqr";
import { layCertificateOut, type Mark } from "#domain/certificates/layout.ts";
import { drawnText } from "#domain/certificates/rare-characters.ts";
import type { CertificateSnapshot } from "#domain/certificates/snapshot.ts";
import type { Font } from "./open-font.ts";

/** The marks of a certificate, set in a font: a function of its snapshot and nothing else (D14). */
export function marksOf(snapshot: CertificateSnapshot, font: Font): Mark[] {
  const { serial, verifyUrl, ...words } = snapshot;
  const drawn = Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, drawnText(value, font.hasGlyphForCodePoint.bind(font))]),
  );
  const widths = new Map<string, number>();
  const measure = (text: string, size: number): number => {
    const width = widths.get(text) ?? font.layout(text).advanceWidth / font.unitsPerEm;
    widths.set(text, width);
    return width * size;
  };
  const { data } = encode(verifyUrl, { border: 0, ecc: "M" });
  return layCertificateOut({ ...(drawn as typeof words), serial, verifyUrl }, data, measure);
}
