import { asc, desc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { favourites } from "#db/schema/practices.ts";
import { chanceOf, shuffled } from "#domain/chance.ts";
import { type Blueprint, blueprintSchema } from "#domain/contests/rules.ts";
import { drawPaper } from "#domain/papers/draw-paper.ts";
import type { Member } from "#domain/people/viewer.ts";
import { drawDaily } from "#domain/practices/draw-daily.ts";
import { DAILY, LIVES, MOCK_MS_EACH, MOCK_PASS_PERCENT, type PracticeMode, RUN, SURVIVAL_MOST } from "#domain/practices/modes.ts";
import { Refusal } from "#domain/refusal.ts";
import { dueCardsOf } from "#server/reviews/review-cards-of.ts";
import type { QuestionSet } from "./find-set.ts";
import { myMastery } from "./my-mastery.ts";
import { type BankQuestion, listPracticeBank } from "./practice-bank.ts";

export type Drawn = Readonly<{ versionIds: number[]; worths?: number[]; lives?: number; limitMs?: number; passPercent?: number }>;
type Wish = Readonly<{ viewer: Member; now: Date; seed: string; set: QuestionSet | null; category: string; length: number }>;

const versionsOf = (questions: readonly BankQuestion[]): number[] => questions.map(({ versionId }) => versionId);

/** What was not met before comes first, else as chance has it. */
function freshFirst(bank: readonly BankQuestion[], seed: string): BankQuestion[] {
  const mixed = shuffled(bank, chanceOf(seed));
  return [...mixed.filter(({ isMet }) => !isMet), ...mixed.filter(({ isMet }) => isMet)];
}

async function daily(tx: Tx, { viewer, now, seed }: Wish): Promise<Drawn> {
  const bank = await listPracticeBank(tx, viewer, now);
  const due = (await dueCardsOf(tx, viewer, now, DAILY)).map(({ questionId }) => questionId);
  const weak = (await myMastery(tx, viewer.personId)).filter(({ band }) => band === "weak" || band === "fair").map(({ topic }) => topic);
  const byId = new Map(bank.map((one) => [one.questionId, one]));
  return { versionIds: versionsOf(drawDaily({ due, bank, weak }, DAILY, seed).flatMap(({ questionId }) => byId.get(questionId) ?? [])) };
}

/** The questions of a set in its own order, without those that are kept or not the person's to see. */
async function ofSet(tx: Tx, { viewer, now, set }: Wish): Promise<Drawn> {
  const ids = set?.questionIds ?? [];
  const byId = new Map((await listPracticeBank(tx, viewer, now, { questionIds: ids })).map((one) => [one.questionId, one]));
  return { versionIds: versionsOf(ids.flatMap((id) => byId.get(id) ?? [])) };
}

async function ofFavourites(tx: Tx, { viewer, now }: Wish): Promise<Drawn> {
  const kept = await tx
    .select({ id: favourites.questionId })
    .from(favourites)
    .where(eq(favourites.personId, viewer.personId))
    .orderBy(desc(favourites.keptAt), asc(favourites.questionId));
  const bank = await listPracticeBank(tx, viewer, now, { questionIds: kept.map(({ id }) => id) });
  return { versionIds: versionsOf(bank.slice(0, RUN)) };
}

/** A blueprint as far as the bank fills it: a mock exam of fewer questions is better than none, and says how many it has. */
function fitting(blueprint: Blueprint, bank: readonly BankQuestion[]): Blueprint {
  const [only] = blueprint;
  return blueprint.length === 1 && only?.category === null && only.kind === null
    ? [{ ...only, count: Math.min(only.count, Math.max(1, bank.length)) }]
    : blueprint;
}

async function mock(tx: Tx, { viewer, now, seed, set, category, length }: Wish): Promise<Drawn> {
  const bank = await listPracticeBank(tx, viewer, now, { category });
  if (bank.length === 0) return { versionIds: [] };
  const blueprint = set?.blueprint ?? fitting(blueprintSchema.parse([{ count: length }]), bank);
  const items = drawPaper(blueprint, bank, seed);
  return {
    versionIds: items.map(({ versionId }) => versionId),
    worths: items.map(({ worth }) => worth),
    limitMs: set?.limitMs ?? items.length * MOCK_MS_EACH,
    passPercent: set?.passPercent ?? MOCK_PASS_PERCENT,
  };
}

/** Draws the questions of a run. Refuses `nothing-to-practise` where there are none. */
export async function drawPractice(tx: Tx, mode: PracticeMode, wish: Wish): Promise<Drawn> {
  const { viewer, now, seed, category } = wish;
  const draw: Record<PracticeMode, () => Promise<Drawn>> = {
    daily: () => daily(tx, wish),
    topic: () => ofSet(tx, wish),
    weekly: () => ofSet(tx, wish),
    favourites: () => ofFavourites(tx, wish),
    mock: () => mock(tx, wish),
    drill: async () => ({ versionIds: versionsOf(freshFirst(await listPracticeBank(tx, viewer, now, { category }), seed)).slice(0, RUN) }),
    survival: async () => ({
      versionIds: versionsOf(shuffled(await listPracticeBank(tx, viewer, now, { category }), chanceOf(seed))).slice(0, SURVIVAL_MOST),
      lives: LIVES,
    }),
  };
  const drawn = await draw[mode]();
  if (drawn.versionIds.length === 0) throw new Refusal("nothing-to-practise");
  return drawn;
}
