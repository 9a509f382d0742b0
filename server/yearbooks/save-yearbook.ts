import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { yearbookParts, yearbooks } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { lineSchema } from "#server/input-schemas.ts";
import { freeText } from "#server/materials/material-fields.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockOwner } from "./book-owner.ts";
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

/** Says what stands in the book of a group's or a branch's year, in which order, under which title and with which preface. Nothing chosen: everything. */
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
  load: (tx, { group }, { viewer }) => lockOwner(tx, group, viewer),
  may: can.leadGroup,
  async run(tx, owner, { year, title, preface, parts, revision: from }, context) {
    const { viewer, now } = context;
    const [book, candidates] = [await findBook(tx, owner, year), await candidatesOf(tx, owner, year)];
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
          .values({ ...values, groupId: owner.groupId, branchId: owner.branchId, year, createdBy: viewer.personId, createdAt: now })
          .returning({ id: yearbooks.id });
    const bookId = made?.id ?? 0;
    await writeParts(tx, bookId, parts);
    const entry = { action: "yearbook.save", object: "yearbook", objectId: bookId, branchId: owner.branchId };
    await writeAudit(tx, { context, ...entry, after: { title, year, parts: parts.length } });
    return { revision };
  },
});
