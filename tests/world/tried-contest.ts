import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { type Chance, chanceOf } from "#domain/chance.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { makeContest } from "#server/contests/make-contest.ts";
import { publishContest } from "#server/contests/publish-contest.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { closeContests, openContests } from "#server/jobs/open-and-close-contests.ts";
import { judgeTry } from "#server/judged/judge-try.ts";
import { createQuestion } from "#server/questions/create-question.ts";
import { reviewQuestion } from "#server/questions/review-question.ts";
import { aContest, at } from "./contest.ts";
import { valueOf } from "./outcome.ts";
import { aPerson, as } from "./people.ts";
import { aTeam } from "./team-contest.ts";
import { told } from "./tell.ts";

const asIs = { shuffleOptions: false, shuffleQuestions: false, multipleMode: "partial_no_wrong" };

/** Four single choices whose right answer is the first option, and a multiple choice of the first two. */
const KEYS = [...Array.from({ length: 4 }, () => ({ kind: "single", correct: 0 })), { kind: "multiple", correct: [0, 1] }] as const;

const SHORT = { kind: "short", accepted: [{ text: "民心", percent: 100 }] } as const;

type Key = (typeof KEYS)[number] | typeof SHORT;

type Wishes = {
  short?: boolean;
  format: object;
  seed: string;
  people?: number;
  rules?: object;
  before?: (slug: string, people: readonly number[]) => Promise<void>;
};

/**
 * A contest of teams of two in a format of several tries, over: everybody was asked the same five questions in the same order, and tried by
 * chance. `versions`: what was asked, in its order. With `short`, a sixth is a short answer, tried by all with what no keyword knows.
 */
export async function aTriedContest({ format, seed, short = false, people = 8, rules = {}, before }: Wishes) {
  const { form, root, left, right, organizer } = await aContest();
  const held = () => ({ held: [{ office: "reviewer" as const, branchId: root.id }] });
  const [author, reviewer] = [await aPerson(root.id, held()), await aPerson(root.id, held())];
  // A category for each, so that everybody's paper has them in one order.
  const categoryOf = (nth: number) => `判题${root.id}-${nth}`;
  const keys: readonly Key[] = short ? [...KEYS, SHORT] : KEYS;
  for (const [nth, key] of keys.entries()) {
    const category = categoryOf(nth);
    const options = ["甲", "乙", "丙", "丁"].map((text) => ({ text: `${text}${nth}` }));
    const stem = `${category}第${nth + 1}题？`;
    const body = key.kind === "short" ? { kind: key.kind, stem } : { kind: key.kind, stem, options };
    const { id } = await told(
      createQuestion,
      author,
      { body, key, explanation: "见书。", category, difficulty: 3, submit: true },
      at(-200),
    );
    await told(reviewQuestion, reviewer, { id, number: 1, verdict: "publish" }, at(-190));
  }
  const team = { min: 2, max: 2, score: "sum" };
  const review = { score: "closed", answers: "closed", keys: "closed" };
  const { slug } = await told(
    makeContest,
    organizer,
    {
      ...{ ...form, title: "判题赛" },
      rules: { ...form.rules, format, team, review, ...asIs, ...rules },
      blueprint: keys.map(({ kind }, nth) => ({ kind, category: categoryOf(nth), count: 1, worth: kind === "multiple" ? 15_000 : 10_000 })),
    },
    at(-120),
  );
  await told(publishContest, organizer, { slug }, at(-60));
  const sitters: { personId: number; attemptId: number }[] = [];
  for (let nth = 0; nth < people; nth += 1)
    sitters.push({ personId: await aPerson(nth < people / 2 ? left.id : right.id, { name: `选手${nth}` }), attemptId: 0 });
  for (let nth = 0; nth < people; nth += 2)
    await aTeam(slug, `队${nth / 2}`, [sitters[nth]?.personId ?? 0, sitters[nth + 1]?.personId ?? 0]);
  await before?.(
    slug,
    sitters.map(({ personId }) => personId),
  );
  await openContests(at(0));
  const chance = chanceOf(seed);
  for (const [nth, sitter] of sitters.entries()) {
    sitter.attemptId = valueOf(await startAttempt.call(await as(sitter.personId, at(1 + nth)), { slug })).attemptId;
    await tryAll(sitter, nth, chance);
    await told(handIn, sitter.personId, { id: sitter.attemptId }, at(28 + nth));
  }
  await closeContests(at(121));
  const approver = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
  const { rows } = await database("desk").execute<{ id: string; version_ids: string[] }>(sql`
    select c.id, a.version_ids from contests c join entries e on e.contest_id = c.id join attempts a on a.entry_id = e.id
    where c.slug = ${slug} order by a.id`);
  if (new Set(rows.map(({ version_ids }) => String(version_ids))).size > 1) throw new Error("papers differ");
  const [contestId, versions] = [Number(rows[0]?.id), (rows[0]?.version_ids ?? []).map(Number)];
  return { slug, contestId, root, left, right, organizer, approver, versions, sitters };
}

/** How some try the first question: not at all; the second option before the right one; it and others in vain; the right one at once. */
const FIRST: readonly (readonly number[])[] = [[], [1, 0], [1, 1, 2], [0], [0], [3, 0]];

/** What somebody tries of a question, up to three times: by chance, and of the first one as it is said above. */
function triesOf(kind: string, nth: number, slot: number, chance: Chance): object[] {
  if (kind === "short") return [{ text: "人心" }, { text: "民意" }];
  const given = slot === 0 ? FIRST[nth] : undefined;
  const firsts = given ?? Array.from({ length: 1 + chance.below(3) }, () => (chance.below(10) < 4 ? 0 : chance.below(4)));
  return firsts.map((first) => ({ picks: kind === "single" || chance.below(10) < 4 ? [first] : [...new Set([first, chance.below(4)])] }));
}

/** Tries every question, a minute each, until it is told right. */
async function tryAll({ personId, attemptId }: { personId: number; attemptId: number }, nth: number, chance: Chance): Promise<void> {
  const { rows } = await database("desk").execute<{ kinds: string[] }>(sql`
    select array(select v.kind from unnest(version_ids) with ordinality as u(id, n) join question_versions v on v.id = u.id order by u.n) as kinds
    from attempts where id = ${attemptId}`);
  let minute = 2 + nth;
  for (const [slot, kind] of (rows[0]?.kinds ?? []).entries())
    for (const [before, response] of triesOf(kind, nth, slot, chance).entries()) {
      minute += 1;
      const tried = { id: attemptId, slot, number: before + 1, response };
      if ((await told(judgeTry, personId, tried, at(minute, nth))).isRight) break;
    }
}
