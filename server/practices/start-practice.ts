import { randomBytes } from "node:crypto";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { practices } from "#db/schema/practices.ts";
import { can } from "#domain/access.ts";
import { isSetOpen, MOCK_QUESTIONS, PRACTICE_MODES, type PracticeMode, stretched } from "#domain/practices/modes.ts";
import { Refusal } from "#domain/refusal.ts";
import { dateOfReviewDay, reviewDayOf } from "#domain/reviews/review-day.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { lockAnswers } from "#server/reviews/lock-answers.ts";
import { command } from "#server/verb.ts";
import { categorySchema } from "./category-schema.ts";
import { type Drawn, drawPractice } from "./draw-practice.ts";
import { findSet, type QuestionSet } from "./find-set.ts";

/** A run that was left is gone on with for so long; then a new one begins. */
const RESUMES_MS = 3 * 86_400_000;

const takesCategory: ReadonlySet<PracticeMode> = new Set(["drill", "survival", "mock"]);

type Wanted = Readonly<{ personId: number; mode: PracticeMode; set: QuestionSet | null; category: string; now: Date }>;

/** What there is one of: the five of a day, the set of a week. */
function dedupeOf({ mode, set, now }: Wanted): string | null {
  if (mode === "daily") return `daily ${dateOfReviewDay(reviewDayOf(now))}`;
  return mode === "weekly" ? `weekly ${set?.id}` : null;
}

/** The run to go on with: the one there is, or one of the same kind that was left unfinished. A survival's clock waits for nobody. */
async function findRun(tx: Tx, wanted: Wanted): Promise<number | undefined> {
  const { personId, mode, set, category, now } = wanted;
  const dedupe = dedupeOf(wanted);
  const isSame =
    dedupe === null
      ? and(
          eq(practices.mode, mode),
          eq(practices.category, category),
          set ? eq(practices.setId, set.id) : isNull(practices.setId),
          isNull(practices.finishedAt),
          gt(practices.startedAt, new Date(now.getTime() - RESUMES_MS)),
        )
      : eq(practices.dedupe, dedupe);
  if (mode === "survival") return undefined;
  const [row] = await tx
    .select({ id: practices.id, dueAt: practices.dueAt })
    .from(practices)
    .where(and(eq(practices.personId, personId), isSame))
    .orderBy(desc(practices.id))
    .limit(1);
  return row && (row.dueAt === null || row.dueAt > now) ? row.id : undefined;
}

/** When a run with a clock is due: the person's own factor stretches it, as it does in contests (D16). */
async function dueOfRun(tx: Tx, { personId, now }: Wanted, limitMs: number | undefined): Promise<Date | null> {
  if (limitMs === undefined) return null;
  const [person] = await tx.select({ timePercent: people.timePercent }).from(people).where(eq(people.id, personId));
  return new Date(now.getTime() + stretched(limitMs, person?.timePercent ?? 100));
}

async function begin(tx: Tx, wanted: Wanted, seed: string, { versionIds, worths, lives, limitMs, passPercent }: Drawn): Promise<number> {
  const { personId, mode, set, category, now } = wanted;
  const [made] = await tx
    .insert(practices)
    .values({
      ...{ personId, mode, setId: set?.id ?? null, category, seed, versionIds, startedAt: now, shownAt: now },
      ...{ day: dateOfReviewDay(reviewDayOf(now)), lives: lives ?? null, worths: worths ?? null, drafts: worths ? {} : null },
      passPercent: passPercent ?? null,
      dueAt: await dueOfRun(tx, wanted, limitMs),
      dedupe: dedupeOf(wanted),
    })
    .returning({ id: practices.id });
  return made?.id ?? 0;
}

/**
 * Begins a run of practice, or goes on with the one that was left: the five of the day, a topic or weekly set, survival, one's favourites,
 * a category of the bank, a mock exam. Asked twice at once, it begins one.
 */
export const startPractice = command({
  at: "POST /api/practices",
  input: z.strictObject({
    mode: z.enum(PRACTICE_MODES),
    setId: blankable(idSchema),
    category: categorySchema,
    /** Of a mock exam without a paper: how many questions. */
    length: blankable(z.coerce.number().int().min(5).max(50)),
  }),
  output: z.object({ id: z.number(), mode: z.enum(PRACTICE_MODES) }),
  refusals: ["nothing-to-practise", "no-such-set", "set-not-open", "bank-too-small"],
  door: "judge",
  load: async (tx, { setId }, { viewer }) => {
    await lockAnswers(tx, viewer.personId);
    return setId === undefined ? null : findSet(tx, setId);
  },
  may: (viewer, set) => set === null || can.practiseSet(viewer, set),
  async run(tx, set, { mode, category, length = MOCK_QUESTIONS }, { viewer, now }) {
    const needsSet = mode === "topic" || mode === "weekly";
    if (set ? set.kind !== mode : needsSet) throw new Refusal("no-such-set");
    const wanted = { personId: viewer.personId, mode, set, category: set === null && takesCategory.has(mode) ? category : "", now };
    const found = await findRun(tx, wanted);
    if (found !== undefined) return { id: found, mode };
    if (set && !isSetOpen(set, now)) throw new Refusal("set-not-open");
    const seed = randomBytes(16).toString("base64url");
    return { id: await begin(tx, wanted, seed, await drawPractice(tx, mode, { viewer, seed, length, ...wanted })), mode };
  },
});
