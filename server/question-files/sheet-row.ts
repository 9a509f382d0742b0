import { letterOf } from "#domain/questions/formats/candidate.ts";
import type { ToldPlace } from "#domain/questions/formats/candidate-of-told.ts";
import { splitOptions } from "#domain/questions/formats/option-lines.ts";
import { questionOfTold } from "#domain/questions/formats/question-of-told.ts";
import { FIELD_NAMES, TOLD_FIELDS, type Told } from "#domain/questions/formats/told.ts";
import type { ParsedRow } from "#domain/questions/parsed-file.ts";

export type Cells = Readonly<Record<string, string>>;

const OPTION_CELL = /^选项([A-Z])$/u;

function optionsOf(cells: Cells): string[] {
  const places = Object.keys(cells).flatMap((name) => OPTION_CELL.exec(name)?.[1]?.charCodeAt(0) ?? []);
  if (places.length === 0) return splitOptions(cells["选项"] ?? "");
  return Array.from({ length: Math.max(...places) - 64 }, (_, at) => cells[`选项${letterOf(at)}`] ?? "");
}

/** The cells of one row as they tell of a question. */
function toldOf(cells: Cells): Told {
  const fields = TOLD_FIELDS.flatMap((field) => {
    const cell = cells[FIELD_NAMES[field]];
    return cell === undefined ? [] : [[field, cell] as const];
  });
  return { ...Object.fromEntries(fields), options: optionsOf(cells) };
}

/** The cells of part `at` (from 1) of a group, without the mark behind their names. */
const partOf = (cells: Cells, at: number): Cells =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (name.endsWith(`#${at}`) ? [[name.slice(0, name.lastIndexOf("#")), cell]] : [])),
  );

const placeIn =
  (line: number): ToldPlace =>
  (field, at = 0) => ({ line, column: field === "option" ? `选项${letterOf(at)}` : FIELD_NAMES[field] });

/** One question by its cells: those of its row, and for a group those of each part behind "#1", "#2" …. */
export function readSheetRow(cells: Cells, line: number): ParsedRow {
  const count = Object.keys(cells).reduce((most, name) => Math.max(most, Number(/#(\d{1,2})$/u.exec(name)?.[1] ?? 0)), 0);
  const parts = Array.from({ length: count }, (_, at) => partOf(cells, at + 1));
  const told = { ...toldOf(cells), ...(count > 0 && { parts: parts.map(toldOf) }) };
  const read = questionOfTold(told, placeIn(line), (at) => placeIn(Number(parts[at]?.["行"] ?? line)));
  return { line, raw: cells, ...read };
}
