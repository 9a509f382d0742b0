import type { RowProblem } from "./row-problem.ts";

/** Where each field of an import stands: the cell's index and the title the file gave it. */
export type HeaderColumns<Field extends string> = Partial<Record<Field, { at: number; title: string }>>;

/** The titles a field goes by, in any case, with or without spaces, stars and a remark in brackets. */
export type Synonyms<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Finds each field's column in any order; columns nobody asked for are left alone. A title used twice or a required one absent is a problem of row 1. */
export function headerColumnsOf<Field extends string>(
  header: readonly string[],
  synonyms: Synonyms<Field>,
  required: readonly Field[],
): { columns: HeaderColumns<Field>; problems: RowProblem[] } {
  const columns: HeaderColumns<Field> = {};
  const problems: RowProblem[] = [];
  const fields = new Map<string, Field>();
  for (const field of Object.keys(synonyms) as Field[]) {
    for (const title of synonyms[field]) fields.set(plainTitle(title), field);
  }
  for (const [at, title] of header.entries()) {
    const field = fields.get(plainTitle(title));
    if (field === undefined) continue;
    const first = columns[field];
    if (first) problems.push({ row: 1, column: title, code: "column-twice", params: { other: first.title } });
    else columns[field] = { at, title };
  }
  for (const field of required) {
    if (!columns[field]) problems.push({ row: 1, column: synonyms[field][0] ?? field, code: "column-missing", params: {} });
  }
  return { columns, problems };
}

function plainTitle(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\([^)]*\)|[\s*_.:-]/gu, "");
}
