import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { mintHallTicket } from "#server/attempts/ticket.ts";
import { actInHall } from "#server/halls/act-in-hall.ts";
import { getHall } from "#server/halls/get-hall.ts";
import { makeHall } from "#server/halls/make-hall.ts";
import { type Received, type TakenBuzz, takeBuzz } from "#server/halls/take-buzz.ts";
import { aBranch, aPerson, as } from "./people.ts";
import { told } from "./tell.ts";

/** Every kind of round in the order in which a final has them, short enough to be played in a test. */
export const EVERY_ROUND: object[] = [
  { kind: "individual", title: "必答题", perSide: 1 },
  { kind: "consult", title: "共答题", perSide: 1 },
  { kind: "buzz", title: "抢答题", items: 3, steal: true },
  { kind: "risk", title: "风险题" },
  { kind: "arena", title: "擂台题" },
  { kind: "audience", title: "观众题", items: 1 },
  { kind: "extra", title: "加赛", places: 6, items: 3 },
];

/** Published questions of a category, 甲 wrong and 乙 right, written straight into the bank. */
export async function someQuestions(category: string, count: number): Promise<void> {
  await database("desk").execute(sql`
    with places as (insert into questions (state, ref) select 'published', ${`${category}/`} || n from generate_series(1, ${count}::int) n returning id, ref),
    versions as (insert into question_versions (question_id, number, kind, body, stem, stem_key, category, difficulty, content_hash)
      select id, 1, 'single', jsonb_build_object('kind', 'single', 'stem', '现场题 ' || ref, 'options', '[{"text":"甲"},{"text":"乙"}]'::jsonb),
        '现场题 ' || ref, '现场题 ' || ref, ${category}, 2, ref from places returning id, question_id),
    keys as (insert into question_keys (version_id, key, explanation) select id, '{"kind":"single","correct":1}', '现场题的解析' from versions)
    select 1 from versions`);
  await database("desk").execute(sql`
    update questions q set published_version_id = v.id, latest_version_id = v.id from question_versions v
    where v.question_id = q.id and v.category = ${category}`);
}

let made = 0;

type HallWish = { rounds?: object[]; questions?: number; sides?: number; base?: number };

/** Sides with a captain each, six unless told, their organizer, and a bank of their own that every round draws from. */
export async function aHall({ rounds = EVERY_ROUND, questions = 60, sides = 6, base }: HallWish = {}) {
  const root = await aBranch();
  const organizer = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
  const category = `现场 ${++made} ${root.id}`;
  await someQuestions(category, questions);
  const captains: number[] = [];
  for (let seat = 1; seat <= sides; seat += 1) captains.push(await aPerson(root.id));
  const rows = await database("desk").select({ id: people.id, staffNo: people.staffNo }).from(people).where(eq(people.branchId, root.id));
  const staffNo = (id: number) => rows.find((row) => row.id === id)?.staffNo ?? "";
  const form = {
    ...{ title: "知识竞赛现场决赛", branchId: root.id },
    rules: { ...(base !== undefined && { base }), rounds: rounds.map((round) => ({ source: { from: "bank", category }, ...round })) },
    sides: captains.map((id, at) => ({ name: `第${at + 1}代表队`, staffNos: [staffNo(id)] })),
  };
  const { id, code } = await told(makeHall, organizer, form);
  return { root, organizer, captains, form, id, code, category, staffNo };
}

/** The right to press that somebody's page holds. */
export async function hallTicket(hallId: number, personId: number, now = new Date()): Promise<string> {
  const { viewer } = await as(personId);
  return mintHallTicket({ hallId, personId, sessionId: viewer.sessionId, now });
}

/** A press by somebody at a moment, through the very verb of the fast door. */
export async function press(
  hallId: number,
  personId: number,
  { item, seat }: { item: number; seat?: number },
  received: Received,
): Promise<TakenBuzz> {
  const ticket = await hallTicket(hallId, personId, new Date(received.atMs));
  return takeBuzz(hallId, { ticket, item, ...(seat !== undefined && { seat }) }, received);
}

/** The first side answers rightly, the second wrongly, and the final is over. Of a round of one question a side. */
export async function playedHall({ id, organizer }: Pick<Awaited<ReturnType<typeof aHall>>, "id" | "organizer">): Promise<void> {
  const acts = [
    { kind: "round" },
    ...[1, 2, 3, 4, 5, 6].flatMap((seat) => [
      { kind: "open" },
      { kind: "start" },
      { kind: "mark", seat, verdict: seat === 2 ? "wrong" : "right" },
    ]),
    { kind: "finish" },
  ];
  for (const [at, act] of acts.entries()) {
    const now = new Date(Date.parse("2026-11-27T06:00:00Z") + at * 1_000);
    const { acted } = await told(getHall, organizer, { id }, now);
    await told(actInHall, organizer, { id, acted, act }, now);
  }
}
