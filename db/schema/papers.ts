import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { PAPER_KINDS, type Section } from "#domain/papers/sections.ts";
import { instant, ref, rowId } from "./columns.ts";
import { branches, people } from "./people.ts";

/** A paper to be used again: sections of chosen questions or of lines that draw. A contest copies it when it is published. */
export const papers = pgTable(
  "papers",
  {
    id: rowId(),
    title: text().notNull(),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    kind: text({ enum: PAPER_KINDS }).notNull(),
    sections: jsonb().$type<Section[]>().notNull(),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    archivedAt: instant(),
    revision: integer().notNull().default(1),
  },
  (t) => [index("papers_by_branch").on(t.branchId, t.id)],
);
