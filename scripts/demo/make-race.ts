import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { programmes } from "#db/schema/programmes.ts";
import { checkAnswers } from "#db/schema/reviews.ts";
import { chanceOf } from "#domain/chance.ts";
import type { Member } from "#domain/people/viewer.ts";
import { checkedDraftSchema } from "#domain/programmes/checked-draft.ts";
import type { QuestionKey, Response } from "#domain/questions/question.ts";
import { settleReading } from "#server/materials/settle-reading.ts";
import { insertProgramme } from "#server/programmes/insert-programme.ts";
import { setRace } from "#server/programmes/set-race.ts";
import { syncTasks } from "#server/programmes/write-tasks.ts";
import { indexProgramme } from "#server/search/index-programme.ts";
import { asMember, done } from "./demo-members.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Ten-thousandths: a whole answer. */
const WHOLE = 10_000;
/** How long it has run, and runs on. */
const SINCE_DAYS = 19;
const MORE_DAYS = 30;

/** Three texts that no other programme of the demo asks for. */
const TEXTS = [
  ["branch-committee-methods", "读：支委会怎么开出效果", "Read: how a branch committee works well"],
  ["five-mindsets-for-party-staff", "读：党务干部的五种思维", "Read: five ways of thinking"],
  ["party-work-and-business", "读：党建怎样和业务拧成一股绳", "Read: one rope of Party work and business"],
] as const;

/** Everybody of content/demo/people.csv bears one of these; the accounts that visitors try bear none, and owe nothing here. */
const TAGS = ["党员", "预备党员", "入党积极分子", "群众"];

/** How many of a hundred read a text, by branch: far apart, so that a race is to be seen. */
const PACE: Readonly<Record<string, number>> = {
  "00010101": 55,
  "00010102": 40,
  "00010103": 50,
  "00010201": 70,
  "00010202": 60,
  "00010301": 35,
  "00010302": 65,
  "00010401": 45,
  "00010402": 80,
  "00010501": 25,
};

const campaignOf = (branchId: number, opensAt: Date) => ({
  kind: "campaign",
  title: "读书月：三篇短文（演示）",
  titleEn: "A month of reading: three short texts (demo)",
  intro: "三周三篇短文，读完答对文中的题就算完成。各单位按人均比进度，只比单位，不点名。",
  introEn: "Three short texts; answering the questions in them completes one. Branches race by head; nobody is named.",
  branchId,
  opensAt: opensAt.toISOString(),
  closesAt: new Date(opensAt.getTime() + (SINCE_DAYS + MORE_DAYS) * DAY_MS).toISOString(),
  audiences: [{ key: "all", name: "党员和群众", nameEn: "Members", tags: TAGS }],
  modules: [
    {
      title: "三篇短文",
      titleEn: "Three texts",
      items: TEXTS.map(([material, title, titleEn]) => ({
        ...{ key: material, kind: "reading", title, titleEn, material, moveOn: "Completed", audiences: ["all"] },
        dueAt: new Date(opensAt.getTime() + (SINCE_DAYS + MORE_DAYS) * DAY_MS).toISOString(),
      })),
    },
  ],
});

type Check = { question_version_id: string; material_id: string; version_id: string; key: QuestionKey };

/** The questions that stand in a text with their keys. */
async function checksIn(slug: string): Promise<Check[]> {
  const { rows } = await database("judge").execute<Check>(sql`
    select v.id as question_version_id, m.id as material_id, m.published_version_id as version_id, k.key
    from materials m join material_checks c on c.version_id = m.published_version_id
    join questions q on q.id = c.question_id join question_versions v on v.id = q.published_version_id join question_keys k on k.version_id = v.id
    where m.slug = ${slug} order by c.place`);
  return rows;
}

/** The right answer as it is kept. The texts of the house ask by choosing and judging. */
function rightAnswer(key: QuestionKey): Response {
  if (key.kind === "truefalse") return { truth: key.correct };
  if (key.kind === "single") return { picks: [key.correct] };
  if (key.kind === "multiple" || key.kind === "indefinite") return { picks: [...key.correct] };
  throw new Error(`the demo cannot answer a question of kind ${key.kind}`);
}

type Reader = Readonly<{ personId: number; at: Date }>;

/** People read a text and answer what stands in it, a minute a question: written at once, as the verb would have written each. */
async function readText(slug: string, readers: readonly Reader[]): Promise<void> {
  const checks = await checksIn(slug);
  const [first] = checks;
  if (!first || readers.length === 0) return;
  const [materialId, versionId] = [Number(first.material_id), Number(first.version_id)];
  const given = readers.flatMap(({ personId, at }) =>
    checks.map(({ question_version_id, key }, nth) => ({
      ...{ personId, materialId, versionId, questionVersionId: Number(question_version_id), mark: WHOLE, isRight: true },
      ...{ response: rightAnswer(key), answeredAt: new Date(at.getTime() + nth * 60_000) },
    })),
  );
  await database("judge").transaction(async (tx) => {
    await tx.insert(checkAnswers).values(given);
    for (const { personId, at } of readers)
      await settleReading(tx, { personId, materialId, versionId, now: new Date(at.getTime() + checks.length * 60_000) });
  });
}

/** A campaign with a race that has run for weeks: its branches are to be seen under way, and each is looked into. */
export async function makeDemoRace({
  county,
  organizer,
  now,
}: Readonly<{ county: { id: number; path: string }; organizer: Member; now: Date }>) {
  const db = database("desk");
  const opensAt = new Date(now.getTime() - SINCE_DAYS * DAY_MS);
  const slug = "reading-month";
  await db.transaction(async (tx) => {
    const made = { path: county.path, createdBy: organizer.personId, now: opensAt, slug };
    const { id } = await insertProgramme(tx, checkedDraftSchema.parse(campaignOf(county.id, opensAt)), made);
    await tx.update(programmes).set({ publishedAt: opensAt }).where(eq(programmes.id, id));
    await syncTasks(tx, id, opensAt, false);
    await indexProgramme(tx, id);
  });
  done(await setRace.call(asMember(organizer, opensAt), { slug, itemPoints: 10, contestPoints: 0 }));
  const rows = await db
    .select({ personId: people.id, account: people.account, code: branches.code })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(and(inArray(branches.code, Object.keys(PACE)), sql`${people.account} ~ '^[0-9]+$'`))
    .orderBy(people.account);
  for (const [week, [material]] of TEXTS.entries()) {
    const readers = rows.flatMap(({ personId, account, code }) => {
      const luck = chanceOf(`race/${material}/${account}`);
      if (luck.below(100) >= (PACE[code] ?? 0)) return [];
      return [{ personId, at: new Date(opensAt.getTime() + week * 6 * DAY_MS + luck.below(6 * 24) * HOUR_MS) }];
    });
    await readText(material, readers);
  }
}
