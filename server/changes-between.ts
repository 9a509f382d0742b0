import { isDeepStrictEqual } from "node:util";

/** Only what differs: the values as they were and as they shall be, for the update and for the ledger. */
export function changesBetween<W extends object>(row: W, wanted: W): { before: Partial<W>; after: Partial<W> } {
  const before: Partial<W> = {};
  const after: Partial<W> = {};
  for (const key of Object.keys(wanted) as (keyof W)[]) {
    if (isDeepStrictEqual(row[key], wanted[key])) continue;
    before[key] = row[key];
    after[key] = wanted[key];
  }
  return { before, after };
}
