import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, ref, rowId } from "./columns.ts";
import { materials } from "./materials.ts";
import { meetings } from "./meetings.ts";
import { branches, people } from "./people.ts";
import { programmeItems } from "./programmes.ts";

/** A written piece (心得), on a text, for an item of a programme, or on its own. Handed in, it is read by the author's branch. */
export const reflections = pgTable(
  "reflections",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    materialId: ref().references(() => materials.id),
    itemId: ref().references(() => programmeItems.id),
    /** The meeting it was written after. */
    meetingId: ref().references(() => meetings.id),
    /** The author's branch when it was handed in. */
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    title: text().notNull(),
    body: text().notNull(),
    characters: integer().notNull(),
    revision: integer().notNull().default(1),
    createdAt: instant().notNull(),
    savedAt: instant().notNull(),
    handedInAt: instant(),
    recommendedAt: instant(),
    recommendedBy: ref().references(() => people.id),
    /** Taken into the unit's collection. */
    collectedAt: instant(),
    collectedBy: ref().references(() => people.id),
    deletedAt: instant(),
  },
  (t) => [
    index("reflections_by_person").on(t.personId, t.savedAt),
    index("reflections_by_branch").on(t.branchId, t.handedInAt),
    index("reflections_by_material").on(t.materialId),
    uniqueIndex("reflections_once_an_item").on(t.personId, t.itemId).where(sql`${t.itemId} is not null and ${t.deletedAt} is null`),
    check("reflections_recommended_when_handed_in", sql`${t.recommendedAt} is null or ${t.handedInAt} is not null`),
  ],
);

export const reflectionComments = pgTable(
  "reflection_comments",
  {
    id: rowId(),
    reflectionId: ref()
      .notNull()
      .references(() => reflections.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    body: text().notNull(),
    createdAt: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [index("reflection_comments_by_reflection").on(t.reflectionId, t.id)],
);

/** What a reader keeps for oneself (收藏). */
export const reflectionKeeps = pgTable(
  "reflection_keeps",
  {
    reflectionId: ref()
      .notNull()
      .references(() => reflections.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    keptAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.reflectionId, t.personId] })],
);
