// Above 150 lines when it grows: one year of one group, from its meetings to its book.
import { mkdirSync, writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { jobs } from "#db/schema/operations.ts";
import { reflections } from "#db/schema/reflections.ts";
import { readDocument } from "#server/documents/read-document.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { lockDueRecords } from "#server/records/lock-records-job.ts";
import { aCircle, aHeldMeeting, type Circle } from "#tests/world/held-meeting.ts";
import { refusalOf } from "#tests/world/outcome.ts";
import { anOrganisation, aPerson } from "#tests/world/people.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { buildYearbook } from "./build-yearbook.ts";
import { downloadYearbook } from "./download-yearbook.ts";
import { getYearbook } from "./get-yearbook.ts";
import { listYearbooks } from "./list-yearbooks.ts";
import { saveYearbook } from "./save-yearbook.ts";

// The short book of every run; `npm run prove` asks for 39 records and 800,000 characters.
const MEETINGS = Number(process.env["YEARBOOK_MEETINGS"] ?? 4);
const CHARACTERS = Number(process.env["YEARBOOK_CHARACTERS"] ?? 12_000);
const FOLDER = process.env["YEARBOOK_FOLDER"];
const WEEK_MS = 7 * 86_400_000;
const first = new Date("2026-01-08T06:30:00Z");

const SENTENCES = [
  "实践、认识、再实践、再认识，这种形式，循环往复以至无穷，而每一循环的内容，都比较地进到了高一级的程度。",
  "读完这一节，我想到去年在基层走访时看到的情况：账面上的数字是好看的，可是群众的感受并不一样。",
  "“没有调查，没有发言权”，这句话写于1930年，今天读来仍然是对我们的提醒；",
  "具体到我们科室，可以先做三件事：一是把台账理清，二是把流程缩短，三是把结果公开。",
  "大家讨论时提出的不同意见，我都记了下来，下次会前会逐条答复。",
  "理论的力量不在于背诵，而在于用它去看清身边的问题，并且动手去改。",
];
/** Text of about so many characters, different for every turn. */
function written(turn: number, characters: number): string {
  const lines: string[] = [];
  for (let [at, length] = [turn, 0]; length < characters; at += 1) {
    const line = [0, 1, 2, 3].map((step) => SENTENCES[(at * 7 + step * (turn + 1)) % SENTENCES.length]).join("");
    lines.push(line);
    length += line.length;
  }
  return lines.join("\n");
}

let circle: Circle;
let leader = 0;
let member = 0;
let held: number[];

beforeAll(async () => {
  await anOrganisation();
  circle = await aCircle();
  [leader, , member] = circle.people as [number, number, number];
  held = [];
  for (let turn = 0; turn < MEETINGS; turn += 1) {
    const said = [0, 1, 2].map((speaker) => written(turn * 3 + speaker, CHARACTERS / MEETINGS / 3));
    const title = `第${turn + 1}次研读：《实践论》选读`;
    held.push(await aHeldMeeting(circle, { startsAt: new Date(first.getTime() + turn * WEEK_MS), title, said, decision: null }));
  }
  await lockDueRecords(new Date("2026-12-30T00:00:00Z"));
  await database("desk")
    .insert(reflections)
    .values({
      ...{ personId: member, branchId: circle.branch.id, meetingId: held[0], title: "读后一得", body: "坐下来读，站起来做。" },
      ...{ characters: 9, createdAt: first, savedAt: first, handedInAt: first },
    });
}, 600_000);

const address = () => ({ group: circle.group.slug, year: 2026 });
const bookOf = (personId = leader) => told(getYearbook, personId, address());

test("a year without records makes no book, and only who leads the group makes one", async () => {
  expect(refusalOf(await tell(buildYearbook, leader, { ...address(), year: 2025 }))).toBe("nothing-to-print");
  expect(await codeOf(buildYearbook, member, address())).toBe("not-found");
  expect(await codeOf(getYearbook, await aPerson(circle.branch.id), address())).toBe("not-found");
  const { items } = await told(listYearbooks, member, {});
  expect(items).toMatchObject([{ year: 2026, meetings: MEETINGS, builtAt: null }]);
});

test("everything settled of the year stands in it by default; what is chosen, in its order, once it is", async () => {
  const before = await bookOf();
  expect(before.parts.map(({ key }) => key[0]).join("")).toBe(`${"m".repeat(MEETINGS)}r`);
  expect([before.revision, before.editions, before.parts.length]).toEqual([0, [], MEETINGS + 1]);
  const chosen = { ...address(), title: "研学一年", preface: "一年读了一本书。\n读得很慢。", revision: 0 };
  expect(refusalOf(await tell(saveYearbook, leader, { ...chosen, parts: ["m999999"] }))).toBe("no-such-part@parts");
  const parts = [before.parts.at(-1)?.key, ...before.parts.slice(0, -1).map(({ key }) => key)];
  expect(await told(saveYearbook, leader, { ...chosen, parts })).toEqual({ revision: 1 });
  expect(refusalOf(await tell(saveYearbook, leader, { ...chosen, parts }))).toBe("yearbook-changed");
  expect((await bookOf()).parts[0]?.title).toBe("读后一得");
});

test("a job makes Word, PDF and HTML with a percentage, and who may see the group has them", { timeout: 600_000 }, async () => {
  const { id } = await told(buildYearbook, leader, address());
  expect(await told(buildYearbook, leader, address())).toEqual({ id });
  const seen: number[] = [];
  const watching = setInterval(async () => {
    const [job] = await database("desk").select({ percent: jobs.percent }).from(jobs).where(eq(jobs.id, id));
    seen.push(job?.percent ?? 0);
  }, 50);
  for (let more = true; more; ) more = await runNextJob(() => new Date());
  clearInterval(watching);
  const [job] = await database("desk").select().from(jobs).where(eq(jobs.id, id));
  expect(job?.lastError).toBeNull();
  expect(seen.some((percent) => percent > 0 && percent < 100)).toBe(true);
  const result = job?.result as { parts: number; characters: number; pages: number; peakMb: number };
  expect(result.parts).toBe(MEETINGS + 1);
  expect(result.characters).toBeGreaterThan(CHARACTERS * 0.8);
  expect(result.peakMb).toBeLessThan(900);
  const book = await bookOf(member);
  expect([book.pages, book.characters, book.editions.map(({ edition }) => edition)]).toEqual([
    ...[result.pages, result.characters],
    ["docx", "pdf", "html"],
  ]);
  if (FOLDER) process.stdout.write(`yearbook ${JSON.stringify({ ...result, editions: book.editions })}\n`);
  for (const edition of ["docx", "pdf", "html"] as const) {
    const file = await told(downloadYearbook, member, { ...address(), edition });
    expect(file.fileName).toBe(`研学一年.${edition}`);
    if (FOLDER) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(`${FOLDER}/yearbook.${edition}`, file.bytes);
    } else if (edition !== "html") await reads(file);
  }
});

async function reads(file: { bytes: Uint8Array; fileName: string }): Promise<void> {
  const { clean } = await readDocument({ source: { bytes: file.bytes, name: file.fileName }, wishes: {} });
  const text = clean.markdown.replaceAll(/[\s\\]/g, "");
  for (const words of ["目录", "一年读了一本书。", "坐下来读，站起来做。", "第1次研读：《实践论》选读", `研学实录${MEETINGS}次`])
    expect(text, file.fileName).toContain(words);
}

test("made again, the newer editions stand and the earlier ones are kept", async () => {
  if (FOLDER) return;
  await told(buildYearbook, leader, address());
  for (let more = true; more; ) more = await runNextJob(() => new Date());
  expect((await bookOf()).editions).toHaveLength(3);
  expect(await database("desk").$count(files)).toBe(6);
});
