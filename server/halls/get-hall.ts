import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { hallMembers, hallSides } from "#db/schema/halls.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { needsReason, nextActs } from "#domain/halls/acts.ts";
import { lastThatCounts, takenBack } from "#domain/halls/replay.ts";
import { hallRulesSchema } from "#domain/halls/rules.ts";
import { questionKeySchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { mintHallTicket } from "#server/attempts/ticket.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import type { Ledger } from "./find-hall.ts";
import { hallViewSchema, readHall } from "./hall-view.ts";

const lineSchema = z.object({
  seq: z.number(),
  kind: z.string(),
  seat: z.number().nullable(),
  said: z.record(z.string(), z.unknown()),
  effects: z.array(z.object({ seat: z.number(), points: z.number(), extra: z.number() })),
  reason: z.string(),
  by: z.string().nullable(),
  at: z.date(),
  us: z.number().nullable(),
  isTakenBack: z.boolean(),
});

/** The ledger as people read it, in its order. */
export async function ledgerLines(db: Db, { rows, events }: Ledger): Promise<z.input<typeof lineSchema>[]> {
  const ids = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
  const named = ids.length === 0 ? [] : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const undone = takenBack(events);
  return rows.map(({ seq, kind, seat, said, effects, reason, personId, at, us }) => {
    const by = personId === null ? null : (names.get(personId) ?? null);
    return { seq, kind, seat, said, effects, reason, by, at, us, isTakenBack: undone.has(seq) };
  });
}

/** A final as whoever leads it sees it: the answer to the question on the stage, what may be done now, and the whole ledger. */
export const getHall = query({
  at: "GET /api/desk/halls/:id",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    id: z.number(),
    branchId: z.number(),
    branchName: z.string(),
    code: z.string(),
    /** The contest whose final this is, and which of its sides are which promoted teams. */
    contest: z.object({ slug: z.string(), title: z.string() }).nullable(),
    fromTeams: z.array(z.object({ seat: z.number(), teamId: z.number() })),
    view: hallViewSchema,
    rules: hallRulesSchema,
    /** What the next command must name, so that nothing happens twice. */
    acted: z.number(),
    acts: z.array(z.string()),
    withReason: z.array(z.string()),
    undoes: z.number().nullable(),
    /** The question as whoever reads it aloud sees it, hidden from the others or not. */
    body: shownBodySchema.nullable(),
    answer: z.object({ key: questionKeySchema, explanation: z.string() }).nullable(),
    spares: z.number(),
    members: z.array(z.object({ seat: z.number(), name: z.string(), staffNo: z.string(), buzzes: z.boolean() })),
    ledger: z.array(lineSchema),
    ticket: z.string(),
    serverNow: z.date(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { id }, { viewer, now }) {
    const found = await readHall(db, id);
    if (!found || !can.runContest(viewer, found.hall)) throw new Refusal("not-found");
    const { hall, ledger, state, question, view } = found;
    const { setup } = ledger;
    const acts = nextActs(setup, state);
    const members = await db
      .select({ seat: hallMembers.seat, name: people.name, staffNo: people.staffNo, buzzes: hallMembers.buzzes })
      .from(hallMembers)
      .innerJoin(people, eq(people.id, hallMembers.personId))
      .where(eq(hallMembers.hallId, id))
      .orderBy(hallMembers.seat, people.id);
    const from = await db.select({ seat: hallSides.seat, teamId: hallSides.fromTeamId }).from(hallSides).where(eq(hallSides.hallId, id));
    const contest = hall.contestId === null ? undefined : await findContestById(db, hall.contestId);
    const left = (setup.questions[Math.max(0, state.round)] ?? []).filter((versionId) => !state.used.includes(versionId));
    return {
      ...{
        id,
        branchId: hall.branchId,
        branchName: hall.branchName,
        code: hall.code,
        view,
        rules: hall.rules,
        acted: ledger.acted,
        acts,
        members,
      },
      contest: contest ? { slug: contest.slug, title: contest.title } : null,
      fromTeams: from.flatMap(({ seat, teamId }) => (teamId === null ? [] : [{ seat, teamId }])),
      withReason: acts.filter((kind) => needsReason(setup, state, kind)),
      undoes: lastThatCounts(ledger.events)?.seq ?? null,
      body: question?.body ?? null,
      answer: question?.answer ?? null,
      spares: left.length,
      ledger: await ledgerLines(db, ledger),
      ticket: mintHallTicket({ hallId: id, personId: viewer.personId, sessionId: viewer.sessionId, now }),
      serverNow: now,
    };
  },
});
