import { inArray } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { livesLeft, triesOf } from "#domain/attempts/judged.ts";
import { FORMATS, type IcpcFormat, type IoiFormat, isOneByOne, type OneByOneFormat } from "#domain/contests/format.ts";
import { pausedUntil } from "#domain/contests/pauses.ts";
import { integrityOf } from "#domain/integrity/absences.ts";
import { Refusal } from "#domain/refusal.ts";
import { itemSchema, itemsOf } from "#server/attempts/attempt-items.ts";
import { findAttempt } from "#server/attempts/find-attempt.ts";
import { mintStreamTicket } from "#server/attempts/ticket.ts";
import { pausesFor } from "#server/contests/list-pauses.ts";
import { query } from "#server/verb.ts";
import { endOfQuestion, formatOf, type JudgedAttempt, levelsOf, listTold, type Told } from "./judged-attempt.ts";
import { levelsSchema } from "./levels-schema.ts";

/** A question with its own tries and how they went; `most`: so many there are. */
const triedSchema = itemSchema.extend({ used: z.number(), most: z.number(), isRight: z.boolean() });

/** The question that is before the person where they come one by one: nothing of those that come after it. */
async function currentOf(db: Db, attempt: JudgedAttempt, format: OneByOneFormat, told: readonly Told[]) {
  if (attempt.shownAt === null || attempt.versionIds[told.length] === undefined) return null;
  const item = (await itemsOf(db, { ...attempt, versionIds: attempt.versionIds.slice(0, told.length + 1) })).at(-1);
  return item ? { ...item, endsAt: await endOfQuestion(db, attempt, format, attempt.shownAt) } : null;
}

async function triedOf(db: Db, attempt: JudgedAttempt, format: IoiFormat | IcpcFormat, told: readonly Told[]) {
  const rows = await db
    .select({ id: questionVersions.id, body: questionVersions.body })
    .from(questionVersions)
    .where(inArray(questionVersions.id, [...attempt.versionIds]));
  const bodies = new Map(rows.map(({ id, body }) => [id, body]));
  return (await itemsOf(db, attempt)).map((item) => {
    const own = told.filter(({ slot }) => slot === item.slot);
    const body = bodies.get(attempt.versionIds[item.slot] ?? 0);
    const isRight = own.some((one) => one.isRight);
    return { ...item, used: own.length, most: body ? triesOf(format, body) : 0, isRight };
  });
}

/** One's own running attempt in a format that judges at once: what may be answered now, and how the own answers went. Never a key. */
export const getJudged = query({
  at: "GET /api/attempts/:id/judged",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  output: z.object({
    attemptId: z.number(),
    contest: z.object({ slug: z.string(), title: z.string() }),
    kind: z.enum(FORMATS),
    isRehearsal: z.boolean(),
    state: z.string(),
    startedAt: z.date(),
    dueAt: z.date(),
    endsAt: z.date(),
    earliestHandInAt: z.date(),
    serverNow: z.date(),
    person: z.string(),
    isElsewhere: z.boolean(),
    pausedUntil: z.date().nullable(),
    integrity: z.object({ records: z.boolean(), watermark: z.boolean() }),
    /** How many questions there are, how many tries went right, and, where wrong answers end it, how many more may be wrong. */
    total: z.number(),
    right: z.number(),
    answered: z.number(),
    livesLeft: z.number().nullable(),
    /** Where it goes by levels, how they stand. */
    levels: levelsSchema.nullable(),
    /** The question that is shown, with its own end; null before it is asked for. */
    current: itemSchema.extend({ endsAt: z.date().nullable() }).nullable(),
    items: z.array(triedSchema),
    streamTicket: z.string(),
  }),
  refusals: ["not-judged-at-once"],
  door: "judge",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const attempt = await findAttempt(db, id);
    if (!attempt || !can.sitAttempt(viewer, attempt)) throw new Refusal("not-found");
    const format = formatOf(attempt);
    const told = await listTold(db, id);
    const isOpen = attempt.state === "in_progress";
    const wrong = told.filter(({ isRight }) => !isRight).length;
    const { leave, watermark } = integrityOf(attempt.rules);
    const pauses = isOpen && !attempt.isRehearsal ? await pausesFor(db, attempt.contestId, attempt.branchPath) : [];
    return {
      ...{ attemptId: id, contest: { slug: attempt.slug, title: attempt.title }, kind: format.kind, isRehearsal: attempt.isRehearsal },
      ...{ state: attempt.state, startedAt: attempt.startedAt, dueAt: attempt.dueAt, endsAt: attempt.endsAt, serverNow: now },
      earliestHandInAt: new Date(attempt.startedAt.getTime() + attempt.rules.earliestHandInMs),
      person: viewer.name,
      isElsewhere: attempt.seat !== null && attempt.seat !== viewer.sessionId,
      pausedUntil: pausedUntil(pauses, now),
      integrity: { records: leave === "record", watermark },
      ...{ total: attempt.versionIds.length, right: told.length - wrong, answered: new Set(told.map(({ slot }) => slot)).size },
      livesLeft: format.kind === "survival" ? livesLeft(format, wrong) : null,
      levels: levelsOf(format, attempt, told, attempt.shownAt !== null),
      current: isOpen && isOneByOne(format) ? await currentOf(db, attempt, format, told) : null,
      items: isOpen && !isOneByOne(format) ? await triedOf(db, attempt, format, told) : [],
      streamTicket: mintStreamTicket({
        ...{ personId: viewer.personId, sessionId: viewer.sessionId, attemptId: id, contestId: attempt.contestId, now },
      }),
    };
  },
});
