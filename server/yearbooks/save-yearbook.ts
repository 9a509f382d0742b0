import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { yearbookParts, yearbooks } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { lockGroup } from "#server/groups/group-facts.ts";
import { lineSchema } from "#server/input-schemas.ts";
import { freeText } from "#server/materials/material-fields.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { bookAddress, findBook } from "./find-yearbook.ts";
import { candidatesOf } from "./yearbook-parts-of.ts";

const keys = z.preprocess(
  (value) => (typeof value === "string" ? value.split(/[\s,]+/).filter((key) => key !== "") : value),
  z
    .array(z.string().regex(/^[mr][1-9]\d{0,15}$/))
    .max(2_000)
    .transform((chosen) => [...new Set(chosen)]),
);

async function writeParts(tx: Tx, yearbookId: number, parts: readonly string[]): Promise<void> {
  await tx.delete(yearbookParts).where(eq(yearbookParts.yearbookId, yearbookId));
  if (parts.length === 0) return;
  const rows = parts.map((key, place) => {
    const id = Number(key.slice(1));
    return { yearbookId, place, meetingId: key.startsWith("m") ? id : null, reflectionId: key.startsWith("r") ? id : null };
  });
  await tx.insert(yearbookParts).values(rows);
}

/** Says what stands in a group's book of a year, in which order, under which title and with which preface. Nothing chosen: everything. */
export const saveYearbook = command({
  at: "POST /api/yearbooks/:group/:year",
  input: z.strictObject({
    ...bookAddress,
    title: lineSchema(60),
    preface: freeText(20_000),
    parts: keys,
    revision: z.coerce.number().int().min(0),
  }),
  output: z.object({ revision: z.number() }),
  refusals: ["yearbook-changed", "no-such-part"],
  door: "play",
  load: (tx, { group }, { viewer }) => lockGroup(tx, group, viewer),
  may: can.leadGroup,
  async run(tx, group, { year, title, preface, parts, revision: from }, { viewer, now }) {
    const [book, candidates] = [await findBook(tx, group.id, year), await candidatesOf(tx, group.id, year)];
    if ((book?.revision ?? 0) !== from) throw new Refusal("yearbook-changed", { revision: book?.revision ?? 0 });
    const known = new Set(candidates.map(({ key }) => key));
    if (parts.some((key) => !known.has(key))) throw fieldRefusal("parts", "no-such-part");
    const revision = from + 1;
    const values = { title, preface, revision };
    if (book) await tx.update(yearbooks).set(values).where(eq(yearbooks.id, book.id));
    const [made] = book
      ? [{ id: book.id }]
      : await tx
          .insert(yearbooks)
          .values({ ...values, groupId: group.id, branchId: group.branchId, year, createdBy: viewer.personId, createdAt: now })
          .returning({ id: yearbooks.id });
    await writeParts(tx, made?.id ?? 0, parts);
    return { revision };
  },
});
