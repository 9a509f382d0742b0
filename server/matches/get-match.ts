import { and, desc, eq, isNotNull, lt } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { matchPlayers } from "#db/schema/matches.ts";
import { pointEntries } from "#db/schema/points.ts";
import { can } from "#domain/access.ts";
import { MATCH_QUESTIONS, MATCH_STAGES, stageOf } from "#domain/matches/match-clock.ts";
import { shownResponse } from "#domain/papers/shown-response.ts";
import type { Member } from "#domain/people/viewer.ts";
import { responseSchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { findArenaName } from "#server/arenas/find-arena.ts";
import { idSchema } from "#server/input-schemas.ts";
import { type KeyedVersion, keyedVersions, practiceQuestion, practiceQuestionSchema } from "#server/practices/practice-question.ts";
import { ownKey, ownPresentation, revealSchema } from "#server/reviews/shown-question.ts";
import { query } from "#server/verb.ts";
import { findOwnMatch, type Match } from "./find-match.ts";

const questionSchema = practiceQuestionSchema.pick({ slot: true, version: true, body: true });
const doneSchema = questionSchema.extend({
  passage: practiceQuestionSchema.shape.passage,
  response: responseSchema,
  isRight: z.boolean(),
  /** Of every seat whether it was right. */
  seats: z.array(z.boolean()),
  reveal: revealSchema.nullable(),
});

const askedOf = (personId: number, slot: number, row: KeyedVersion) => {
  const { version, body, passage } = practiceQuestion(personId, slot, row);
  return { slot, version, body, passage };
};

/** A question that is over, as its player sees it. What a contest has taken in the meantime tells no key. */
function doneOf(match: Match, personId: number, slot: number, row: KeyedVersion): z.input<typeof doneSchema> {
  const ofSlot = match.answers.filter((answer) => answer.slot === slot);
  const own = ofSlot.find((answer) => answer.personId === personId);
  const passage = row.mayRead && row.slug !== null ? { slug: row.slug, paragraph: row.paragraph } : null;
  return {
    ...askedOf(personId, slot, row),
    response: own ? shownResponse(own.response, ownPresentation(personId, row), row.body) : null,
    isRight: own?.isRight ?? false,
    seats: match.players.map((player) => ofSlot.some((answer) => answer.personId === player.personId && answer.isRight)),
    reveal: row.isOpen ? { explanation: row.explanation, passage, key: ownKey(personId, row, row.key) } : null,
  };
}

/** How many matches before it one's own are measured by. */
const BEFORE = 10;

/** What one reached before, for one's own progress, and what the match gave. */
async function progressOf(db: Db, match: Match, personId: number) {
  const before = await db
    .select({ rightCount: matchPlayers.rightCount })
    .from(matchPlayers)
    .where(and(eq(matchPlayers.personId, personId), lt(matchPlayers.matchId, match.id), isNotNull(matchPlayers.rightCount)))
    .orderBy(desc(matchPlayers.matchId))
    .limit(BEFORE);
  const own = match.players.find((player) => player.personId === personId);
  const source = and(eq(pointEntries.rule, "duel"), eq(pointEntries.source, `duel ${own?.day}`));
  const [paid] = own?.counts
    ? await db
        .select({ granted: pointEntries.granted })
        .from(pointEntries)
        .where(and(eq(pointEntries.personId, personId), source))
    : [];
  return {
    matchesBefore: before.length,
    rightBefore: before.reduce((sum, { rightCount }) => sum + (rightCount ?? 0), 0),
    questionsBefore: before.length * MATCH_QUESTIONS,
    points: paid?.granted ?? null,
  };
}

async function versionsUpTo(db: Db, viewer: Member, match: Match, slots: number, now: Date) {
  const ids = match.versionIds.slice(0, slots);
  const rows = await keyedVersions(db, viewer, ids, now);
  return ids.flatMap((id, slot) => {
    const row = rows.get(id);
    return row ? [{ slot, row }] : [];
  });
}

/**
 * One's own match as it stands: the question that is open and no later one; a key, a verdict, and how the others did, of questions that are
 * over for everybody alone. The others are seats, not names. At the end every question with its reasons, and one's own progress.
 */
export const getMatch = query({
  at: "GET /api/matches/:id",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    id: z.number(),
    size: z.number(),
    total: z.number(),
    stage: z.enum(MATCH_STAGES),
    slot: z.number(),
    until: z.date(),
    windowMs: z.number(),
    serverNow: z.date(),
    seat: z.number(),
    hasLeft: z.boolean(),
    players: z.array(z.object({ seat: z.number(), rightCount: z.number(), hasLeft: z.boolean() })),
    question: questionSchema.nullable(),
    /** One's own answer to the open question, and when it was received. */
    answered: z.object({ response: responseSchema, at: z.date() }).nullable(),
    /** The question that has just been over; at the end all of them. */
    done: z.array(doneSchema),
    /** The arena it counts in, if it ends in time. */
    arena: z.object({ id: z.number(), title: z.string() }).nullable(),
    progress: z
      .object({ matchesBefore: z.number(), rightBefore: z.number(), questionsBefore: z.number(), points: z.number().nullable() })
      .nullable(),
  }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const { personId } = viewer;
    const match = await findOwnMatch(db, id, personId);
    if (!match) throw new Refusal("not-found");
    const { stage, slot, until } = stageOf(match, now);
    const own = match.players.find((player) => player.personId === personId);
    // Who has left is told nothing more of what goes on without him, until it is over for all.
    const isOut = stage !== "over" && own?.leftAt !== null;
    const isOpen = stage === "open" && !isOut;
    const over = stage === "over" ? match.questions : stage === "told" ? slot + 1 : stage === "open" ? slot : 0;
    const shown = stage === "soon" || isOut ? [] : await versionsUpTo(db, viewer, match, stage === "over" ? over : slot + 1, now);
    const asked = shown.find((one) => one.slot === slot)?.row;
    const answer = match.answers.find((one) => one.personId === personId && one.slot === slot);
    return {
      ...{ id, size: match.size, total: match.questions, stage, slot, until, windowMs: match.windowMs, serverNow: now },
      ...{ seat: own?.seat ?? 0, hasLeft: own?.leftAt !== null },
      players: match.players.map((player) => ({
        seat: player.seat,
        hasLeft: player.leftAt !== null,
        rightCount: match.answers.filter((one) => one.personId === player.personId && one.slot < over && one.isRight).length,
      })),
      question: isOpen && asked?.isOpen ? askedOf(personId, slot, asked) : null,
      answered:
        isOpen && asked && answer
          ? { response: shownResponse(answer.response, ownPresentation(personId, asked), asked.body), at: answer.answeredAt }
          : null,
      done: shown
        .filter((one) => one.slot < over && (stage === "over" || one.slot === slot))
        .map((one) => doneOf(match, personId, one.slot, one.row)),
      arena: await findArenaName(db, match.arenaId),
      progress: stage === "over" ? await progressOf(db, match, personId) : null,
    };
  },
});
