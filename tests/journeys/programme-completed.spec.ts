// Above 150 lines: one story, from the document to the spreadsheet, whose numbers are counted a second time from the rows themselves.
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import pg from "pg";
import readXlsxFile from "read-excel-file/universal";
import { browserOf, DESK, house, LANGUAGE, PHONE, postAs, say } from "./stage.ts";
import { answer, questionOf, textsWithKeys } from "./text-questions.ts";

const HOUR_MS = 3_600_000;
const at = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();
type Counts = Record<"assigned" | "done" | "late" | "open" | "overdue" | "waived" | "cancelled", number>;
type Report = {
  items: { id: number; kind: string }[];
  rows: { branch: { id: number } | null; people: number; total: Counts; items: Counts[] }[];
  whole: { people: number; unfinished: number; total: Counts & { percent: number }; items: Counts[] };
};
type PeopleReport = { people: { staffNo: string; cells: (string | null)[] }[]; whole: Report["whole"]; pages: number };

async function sql<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const { rows } = await client.query<T>(text, values);
  await client.end();
  return rows;
}

const get = async <T>(context: BrowserContext, path: string): Promise<T> => {
  const reply = await context.request.get(path, { headers: { accept: "application/json" } });
  expect(reply.ok(), `GET ${path}: ${reply.status()}`).toBe(true);
  return (await reply.json()) as T;
};

/** Three modules, two audiences with a text of their own each, a quiz, a meeting that is over and late, and a reflection. */
function documentOf(branchId: number, [all, young, others]: readonly string[]) {
  const reading = (key: string, title: string, material: string | undefined, audiences: string[] = []) => ({
    ...{ key, kind: "reading", title, material, audiences, moveOn: "Completed", dueAt: at(200) },
  });
  return {
    title: `三个单元的学习 ${process.pid}`,
    branchId,
    opensAt: at(-48),
    closesAt: at(240),
    audiences: [
      { key: "young", name: "青年", tags: ["青年"] },
      { key: "rest", name: "其他同志", tags: [] },
    ],
    modules: [
      {
        title: "读",
        items: [reading("all", "都读", all), reading("young", "青年读", young, ["young"]), reading("rest", "其他同志读", others, ["rest"])],
      },
      {
        title: "练和议",
        items: [
          {
            key: "quiz",
            kind: "quiz",
            title: "小测",
            moveOn: "Completed",
            dueAt: at(200),
            quiz: { blueprint: [{ kind: "truefalse", count: 1 }] },
          },
          {
            key: "meet",
            kind: "meeting",
            title: "座谈",
            moveOn: "Completed",
            dueAt: at(-1),
            meeting: { startsAt: at(-26), endsAt: at(-25) },
          },
        ],
      },
      {
        title: "写",
        items: [{ key: "write", kind: "reflection", title: "心得", moveOn: "Completed", dueAt: at(200), prompt: "写一件事。" }],
      },
    ],
  };
}

/** Opens an item of the programme as its owner does: from the page of the programme. */
async function openItem(page: Page, slug: string, title: string): Promise<void> {
  await page.goto(`/study/${slug}`);
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

async function readThrough(
  page: Page,
  slug: string,
  title: string,
  text: { slug: string; asked: Parameters<typeof answer>[1][] },
): Promise<void> {
  await openItem(page, slug, title);
  await page.getByRole("link", { name: say("programmes.read"), exact: true }).click();
  for (const asked of text.asked) await answer(questionOf(page, asked), asked, true);
  await expect(page.getByText(say("checks.complete"))).toBeVisible();
}

test("three members finish a programme differently on phones; table, roll-up, spreadsheet and API agree with the rows themselves", async ({
  browser,
}) => {
  const texts = (await textsWithKeys()).filter(({ asked }) => asked.length === 3);
  const [all, young, others] = texts.slice(-3);
  if (!all || !young || !others) throw new Error("the pack has too few texts with questions");
  const [organizer, admin] = [await browserOf(browser, "organizer", DESK), await browserOf(browser, "admin", DESK)];
  const { branches } = await get<{ branches: { id: number }[] }>(organizer, "/api/desk/branches");
  const branchId = branches[0]?.id ?? 0;
  const ids = new Map(
    (await sql<{ account: string; id: number }>("select account, id::int from people")).map(({ account, id }) => [account, id]),
  );
  await postAs(admin, `/api/desk/people/${ids.get("member01")}`, { tags: ["青年"] });
  const made = await postAs<{ slug: string }>(organizer, "/api/desk/programmes", documentOf(branchId, [all.slug, young.slug, others.slug]));
  const { slug } = made;
  await postAs(organizer, `/api/desk/programmes/${slug}/publish`);

  // The first does everything there is, the second reads what is meant for him, the third was at the meeting and it was noted late.
  const phones = await Promise.all(["member01", "member02"].map((account) => browserOf(browser, account, PHONE)));
  const [one, two] = await Promise.all(phones.map((context) => context.newPage()));
  if (!one || !two) throw new Error("no phones");
  await readThrough(one, slug, "都读", all);
  await readThrough(one, slug, "青年读", young);
  await openItem(one, slug, "小测");
  await one.getByRole("button", { name: say("programmes.begin"), exact: true }).click();
  const done = one.getByText(say("programmes.itemStates.done"), { exact: true }).first();
  // What is pressed before the page has woken up is pressed again, as a person would.
  await expect(async () => {
    if (await done.isVisible()) return;
    await one.getByRole("radio").first().check({ force: true, timeout: 1_000 });
    await one.getByRole("button", { name: say("sheet.handIn"), exact: true }).click({ timeout: 1_000 });
    await expect(done).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 60_000 });
  const { items } = await get<Report>(organizer, `/api/desk/reports/${slug}`);
  const itemOf = (kind: string) => items.find((item) => item.kind === kind)?.id ?? 0;
  const piece = await postAs<{ id: number }>(phones[0] as BrowserContext, "/api/reflections", {
    item: itemOf("reflection"),
    title: "一件事",
    body: "把每周的学习记下来。",
  });
  await postAs(phones[0] as BrowserContext, `/api/reflections/${piece.id}/hand-in`, { revision: 1 });
  await readThrough(two, slug, "都读", all);
  await readThrough(two, slug, "其他同志读", others);
  await postAs(organizer, `/api/desk/programmes/${slug}/items/${itemOf("meeting")}/attendance`, {
    people: [ids.get("leader")],
    mode: "on_site",
  });
  const [excused] = await sql<{ id: number }>("select id::int from tasks where item_id = $1 and person_id = $2", [
    itemOf("meeting"),
    ids.get("member01"),
  ]);
  await postAs(organizer, "/api/desk/tasks/waive", { taskIds: [excused?.id], reason: "出差，已补学。" });
  await one.goto(`/study/${slug}`);
  await expect(one.getByText(say("programmes.itemStates.waived"), { exact: true }).first()).toBeVisible();

  // Counted from the rows, by nobody's query but this one.
  const rows = await sql<{ item: number; person: number; done: Date | null; due: Date | null; waived: Date | null; account: string }>(
    `select t.item_id::int as item, t.person_id::int as person, t.done_at as done, t.due_at as due, t.waived_at as waived, p.account
     from tasks t join people p on p.id = t.person_id join programmes g on g.id = t.programme_id where g.slug = $1`,
    [slug],
  );
  const countedAt = new Date();
  const counted = (some: typeof rows) => ({
    assigned: some.length,
    done: some.filter(({ done }) => done).length,
    late: some.filter(({ done, due }) => done && due && done > due).length,
    waived: some.filter(({ waived }) => waived).length,
    overdue: some.filter(({ done, waived, due }) => !done && !waived && due && due < countedAt).length,
  });
  expect(counted(rows.filter(({ account }) => account === "member01"))).toEqual({ assigned: 5, done: 4, late: 0, waived: 1, overdue: 0 });
  expect(counted(rows.filter(({ account }) => account === "member02"))).toEqual({ assigned: 5, done: 2, late: 0, waived: 0, overdue: 1 });
  expect(counted(rows.filter(({ account }) => account === "leader"))).toEqual({ assigned: 5, done: 1, late: 1, waived: 0, overdue: 0 });

  const report = await get<Report>(organizer, `/api/desk/reports/${slug}`);
  expect(report.whole.total).toMatchObject(counted(rows));
  report.items.forEach(({ id }, place) => {
    expect(report.whole.items[place]).toMatchObject(counted(rows.filter(({ item }) => item === id)));
  });
  const summed = (key: keyof Counts) => report.rows.reduce((sum, { total }) => sum + total[key], 0);
  for (const key of ["assigned", "done", "late", "waived", "overdue"] as const) expect(summed(key)).toBe(report.whole.total[key]);

  // Names come after a reason; then the people's table says the same as the branches'.
  await postAs(admin, "/api/desk/policy", { studyNames: "reason", reason: "核对完成情况" });
  expect((await get<PeopleReport>(organizer, `/api/desk/reports/${slug}/people`)).people).toEqual([]);
  await postAs(organizer, "/api/desk/name-access", { reason: "核对学习完成情况" });
  const people: PeopleReport["people"] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const part = await get<PeopleReport>(organizer, `/api/desk/reports/${slug}/people?size=100&page=${page}`);
    people.push(...part.people);
    pages = part.pages;
    expect(part.whole.total).toEqual(report.whole.total);
  }
  const states = people.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
  expect(states.length).toBe(rows.length);
  expect(states.filter((state) => state === "waived").length).toBe(1);
  expect(states.filter((state) => state === "overdue").length).toBe(report.whole.total.overdue);

  const sheetOf = async (view: string): Promise<(string | number | null)[][]> => {
    const reply = await organizer.request.get(`/api/desk/reports/${slug}/export?view=${view}&language=${LANGUAGE}`);
    const [sheet] = await readXlsxFile(new Blob([new Uint8Array(await reply.body())]));
    return (sheet?.data ?? []) as (string | number | null)[][];
  };
  const sums = ({ total }: { total: Counts & { percent?: number } }) => [
    total.assigned - total.waived - total.cancelled,
    total.done,
    total.late,
    total.open,
    total.overdue,
    total.waived,
  ];
  const byBranch = await sheetOf("branches");
  const heads = byBranch.findIndex((row) => row[0] === say("completion.columns.branch"));
  expect(byBranch.at(-1)?.slice(3, 9)).toEqual(sums(report.whole));
  expect(byBranch.at(-1)?.[9]).toBe(report.whole.total.percent);
  expect(byBranch.slice(heads + 1, -1).map((row) => row.slice(3, 9))).toEqual(report.rows.map(sums));
  const byPerson = await sheetOf("people");
  expect(byPerson.filter((row) => people.some(({ staffNo }) => staffNo === row[1])).length).toBe(people.length);

  const page = await organizer.newPage();
  await page.goto(`/desk/reports/${slug}`);
  const foot = page.locator("tfoot tr").first();
  await expect(foot).toContainText(`${report.whole.total.percent}%`);
  await expect(foot).toContainText(String(report.whole.people));
  await postAs(admin, "/api/desk/policy", { studyNames: "aggregate", reason: "核对完毕" });
  await Promise.all([...phones, organizer, admin].map((context) => context.close()));
});
