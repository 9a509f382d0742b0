import { decodeEntities } from "#domain/questions/formats/entities.ts";
import type { Table } from "#server/imports/table.ts";
import { hasTitles } from "./sheet-columns.ts";

const MOST_ROWS = 5_000;

/** The text of a cell, one line for each of its paragraphs; the sign of a picture stays where the picture stood. */
const textOf = (html: string): string =>
  decodeEntities(
    html
      .replaceAll(/<img[^<>]* src="(\uFFFC\d+\uFFFC)"[^<>]*>/gu, "$1")
      .replaceAll(/<\/p>|<br\s*\/?>|<\/li>/gu, "\n")
      .replaceAll(/<[^<>]*>/gu, ""),
  ).trim();

/** The first table of a document that has titles as a sheet of questions has them: questions in a table, one to a row. Null: there is none. */
export function tableOfWord(html: string): Table | null {
  for (const [, inside = ""] of html.matchAll(/<table[^<>]*>([\s\S]*?)<\/table>/gu)) {
    const rows = [...inside.matchAll(/<tr[^<>]*>([\s\S]*?)<\/tr>/gu)]
      .slice(0, MOST_ROWS + 20)
      .map(([, row = ""]) => [...row.matchAll(/<t[dh][^<>]*>([\s\S]*?)<\/t[dh]>/gu)].map(([, cell = ""]) => textOf(cell)));
    const [header, ...others] = rows.slice(Math.max(0, rows.slice(0, 3).findIndex(hasTitles)));
    if (!header || !hasTitles(header) || others.length === 0) continue;
    const filled = others.map((cells, at) => ({ rowNumber: at + 2, cells })).filter(({ cells }) => cells.some((cell) => cell !== ""));
    return { sheet: "", header, rows: filled };
  }
  return null;
}
