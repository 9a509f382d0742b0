import { expect } from "vitest";
import type { ParsedFile } from "#domain/questions/parsed-file.ts";
import { questionBodySchema, questionKeySchema } from "#domain/questions/question.ts";

/** A draft may have problems, but it is always whole, a row without one says why, and every problem says where. */
export function expectWhole({ rows, problems }: ParsedFile): void {
  expect(rows.length + problems.length).toBeGreaterThan(0);
  for (const { draft, problems: of } of rows) {
    if (draft === null) expect(of.length).toBeGreaterThan(0);
    else expect([questionBodySchema.safeParse(draft.body).success, questionKeySchema.safeParse(draft.key).success]).toEqual([true, true]);
    for (const { line } of of) expect(line).toBeGreaterThan(0);
  }
}
