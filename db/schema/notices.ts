import { sql } from "drizzle-orm";
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { instant, ref, rowId } from "./columns.ts";
import { people } from "./people.ts";

/** Something a person is told in the app. `kind` names a sentence in messages/ under `notices`, `params` fill it; `path` is where it leads. */
export const notices = pgTable(
  "notices",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    kind: text().notNull(),
    params: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    path: text().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
    /** The same notice is not given twice. */
    dedupe: text(),
  },
  (t) => [
    index("notices_by_person").on(t.personId, t.id),
    index("notices_unread").on(t.personId).where(sql`${t.readAt} is null`),
    unique("notices_once").on(t.personId, t.dedupe),
  ],
);

/** One reminder a person and day at most, whoever asks for it and through whatever it goes out. */
export const reminders = pgTable(
  "reminders",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    /** The day in the organisation's zone. */
    day: date({ mode: "string" }).notNull(),
    remindedAt: instant().notNull(),
    remindedBy: ref().references(() => people.id),
    tasks: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.day] })],
);

/** How a person may be reached outside the app; given by the person, or not at all. */
export const contacts = pgTable("contacts", {
  personId: ref()
    .primaryKey()
    .references(() => people.id),
  email: text(),
  wantsEmail: boolean().notNull().default(false),
  savedAt: instant().notNull(),
});

/** What goes out by webhook or e-mail; sent by a job, tried again, never twice after an answer. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: rowId(),
    channel: text({ enum: ["email", "webhook"] }).notNull(),
    personId: ref().references(() => people.id),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: instant().notNull(),
    /** Not before; moved on while somebody is sending it, and further after each failure. */
    sendAt: instant().notNull(),
    tries: integer().notNull().default(0),
    sentAt: instant(),
    failedAt: instant(),
    lastError: text(),
  },
  (t) => [index("deliveries_unsent").on(t.sendAt, t.id).where(sql`${t.sentAt} is null and ${t.failedAt} is null`)],
);
