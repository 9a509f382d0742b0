import { database, type Tx } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { blueprintSchema, contestRulesSchema } from "#domain/contests/rules.ts";
import { lineTakes } from "#domain/papers/pool-index.ts";
import { checkedBank } from "#server/contests/check-pool.ts";
import { storePool } from "#server/contests/contest-pool.ts";

const YEAR_MS = 365 * 86_400_000;

/**
 * Ten questions of the kinds people know best, out of one shelf of the bank: practice leaves out what a running contest draws from, and
 * this one runs for a year.
 */
const BLUEPRINT = blueprintSchema.parse([
  { category: "理论学习", kind: "single", count: 5, worth: 10_000 },
  { category: "理论学习", kind: "multiple", count: 2, worth: 10_000 },
  { category: "理论学习", kind: "truefalse", count: 2, worth: 10_000 },
  { category: "理论学习", kind: "fill", count: 1, worth: 10_000 },
]);

type NewContest = typeof contests.$inferInsert & { path: string };

/** A published contest of the demo with the pool it draws from, at an address that can be written down. */
export async function insertContest({ path, ...values }: NewContest): Promise<void> {
  await database("desk").transaction(async (tx) => {
    const [made] = await tx.insert(contests).values(values).returning({ id: contests.id });
    const bank = await checkedBank(tx, path, values.blueprint);
    await storePool(tx, made?.id ?? 0, bank, (question) => values.blueprint.some((line) => lineTakes(line, question)));
  });
}

/** The seeded contest of decision 10: open from now for 365 days, 10 questions, 10 minutes, 3 tries of which the best counts. */
export async function makeDemoContest(tx: Tx, branch: { id: number; path: string }, organizerId: number, now: Date): Promise<void> {
  const rules = contestRulesSchema.parse({
    limitMs: 600_000,
    attempts: 3,
    counts: "highest",
    passPercent: 60,
    review: { score: "submitted" },
  });
  const [made] = await tx
    .insert(contests)
    .values({
      slug: "welcome",
      title: "理论学习知识竞赛（演示）",
      intro: "题目取自本站的学习材料。每人三次机会，取最好成绩；个人榜与组织榜随交卷更新。",
      branchId: branch.id,
      rules,
      blueprint: BLUEPRINT,
      opensAt: now,
      closesAt: new Date(now.getTime() + YEAR_MS),
      createdBy: organizerId,
      publishedAt: now,
    })
    .returning({ id: contests.id });
  const bank = await checkedBank(tx, branch.path, BLUEPRINT);
  await storePool(tx, made?.id ?? 0, bank, (question) => BLUEPRINT.some((line) => lineTakes(line, question)));
}
