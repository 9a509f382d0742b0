import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, ref, rowId } from "./columns.ts";
import { branches, people } from "./people.ts";

/** A study group across branches; its members share annotations of group visibility. */
export const groups = pgTable("groups", {
  id: rowId(),
  slug: text().notNull().unique("groups_slug_once"),
  name: text().notNull(),
  /** The branch it is registered with. */
  branchId: ref()
    .notNull()
    .references(() => branches.id),
  createdBy: ref().references(() => people.id),
  createdAt: instant().notNull(),
  closedAt: instant(),
});

/** Who belongs to a group, from when to when. */
export const groupMembers = pgTable(
  "group_members",
  {
    id: rowId(),
    groupId: ref()
      .notNull()
      .references(() => groups.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    role: text({ enum: ["leader", "deputy", "member"] })
      .notNull()
      .default("member"),
    joinedAt: instant().notNull(),
    leftAt: instant(),
  },
  (t) => [
    uniqueIndex("group_members_once").on(t.groupId, t.personId).where(sql`${t.leftAt} is null`),
    index("group_members_by_person").on(t.personId),
  ],
);
