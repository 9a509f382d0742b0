import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HasGlyph } from "#domain/certificates/rare-characters.ts";

const state = globalThis as typeof globalThis & { zhixingCoverage?: HasGlyph };

type Range = readonly [from: number, to: number];

/** The ranges of characters in a TrueType font's `cmap`, format 12: start, end and first glyph of each group. */
function rangesOf(font: Buffer): Range[] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16);
  const record = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  if (record === undefined) throw new Error("the font has no cmap");
  const cmap = font.readUInt32BE(record + 8);
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8));
  const full = subtables.find((at) => font.readUInt16BE(at) === 12);
  if (full === undefined) throw new Error("the font's cmap has no table of the whole of Unicode");
  return Array.from({ length: font.readUInt32BE(full + 12) }, (_, at): Range => {
    const group = full + 16 + at * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

function isIn(ranges: readonly Range[], codePoint: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle] as Range;
    if (codePoint < from) high = middle - 1;
    else if (codePoint > to) low = middle + 1;
    else return true;
  }
  return false;
}

/** Whether the font of printed documents has a character; its table is read once, and the font itself is not kept. */
export function fontCoverage(): HasGlyph {
  if (!state.zhixingCoverage) {
    const file = join(/* turbopackIgnore: true */ process.cwd(), "server", "exports", "fonts", "NotoSansSC-Regular.ttf");
    const ranges = rangesOf(readFileSync(file));
    state.zhixingCoverage = (codePoint) => isIn(ranges, codePoint);
  }
  return state.zhixingCoverage;
}
