import { z } from "zod";

const name = z.string().nullable();
const moment = z.coerce.date().nullable();

/** Somebody of the roster, as the record says how they attended. `at`: when they checked in; `reason`: why not, where one was given. */
const attendantSchema = z.object({
  name: z.string(),
  branch: z.string(),
  isRequired: z.boolean(),
  attendance: z.enum(["present", "late", "leave", "absent", "expected"]),
  isOnline: z.boolean(),
  at: moment,
  leftAt: moment,
  reason: z.string(),
});
export type Attendant = z.output<typeof attendantSchema>;

const presenterSchema = z.object({
  ...{ place: z.number().nullable(), name: z.string(), topic: z.string(), lot: z.number().nullable() },
  ...{ meanMilli: z.number().nullable(), counted: z.array(z.number()), dropped: z.array(z.number()), prize: z.string().nullable() },
});
export type Presented = z.output<typeof presenterSchema>;

/** What happened at a meeting, by name: all a record is written from. Kept as it is with a locked record (D13). */
export const recordFactsSchema = z.object({
  title: z.string(),
  kind: z.object({ name: z.string(), nameEn: z.string() }),
  group: name,
  branch: z.string(),
  /** Groups and branches that met with it. */
  parties: z.array(z.string()),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  openedAt: moment,
  closedAt: moment,
  place: z.string(),
  link: z.string(),
  chair: name,
  recorder: name,
  leadReader: name,
  people: z.array(attendantSchema),
  agenda: z.array(z.object({ title: z.string(), minutes: z.number(), person: name, startedAt: moment, endedAt: moment })),
  /** `from` and `to` are numbers of paragraphs; null: the whole text. */
  readings: z.array(
    z.object({ title: z.string(), from: z.number().nullable(), to: z.number().nullable(), pages: z.string(), reader: name }),
  ),
  speeches: z.array(z.object({ name: z.string(), points: z.array(z.string()) })),
  votes: z.array(
    z.object({ question: z.string(), options: z.array(z.object({ text: z.string(), count: z.number() })), voters: z.number() }),
  ),
  /** The closed result of a forum, best first, scores in milli-points; null: there was none. Records locked before it was kept have none. */
  forum: z.array(presenterSchema).nullable().default(null),
  decisions: z.array(z.object({ body: z.string(), owner: name, dueAt: moment })),
  attachments: z.array(z.string()),
});
export type RecordFacts = z.output<typeof recordFactsSchema>;
