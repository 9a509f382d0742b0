// Above 150 lines: one table, an address for every screen there is.
import { readdirSync } from "node:fs";
import { type Browser, type BrowserContext, expect } from "@playwright/test";
import { pointFields } from "#tests/world/point-fields.ts";
import { aContestNow, DAY_MS } from "./contest-now.ts";
import { aCertificate } from "./finished.ts";
import { anOverContest } from "./over-contest.ts";
import { anArena, anOverMatch } from "./over-match.ts";
import { browserOf, DESK, postAs } from "./stage.ts";

/** A screen: its route as the app's folders name it, the address of one, and who looks at it (null: a visitor). */
export type Screen = { route: string; path: string; account: string | null };

/** The routes of all pages, from the folders of app/ themselves: a new page that no journey looks at makes `allScreens` fail. */
function pageRoutes(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)page\.tsx$/.test(file));
  return files.map((file) => `/${file.replace(/\([a-z]+\)\//g, "").replace(/\/?page\.tsx$/, "")}`).sort();
}

const read = async <T>(context: BrowserContext, path: string): Promise<T> => {
  const reply = await context.request.get(path, { headers: { accept: "application/json" } });
  expect(reply.ok(), `GET ${path}: ${reply.status()}`).toBe(true);
  return (await reply.json()) as T;
};

type Made = { draft: string; person: number; branch: number; question: number; attempt: number; piece: number; paper: number; set: number };

/** An attempt at the seeded contest that has been handed in. */
async function handedIn(context: BrowserContext): Promise<number> {
  const { attempts } = await read<{ attempts: { id: number; state: string }[] }>(context, "/api/contests/welcome");
  const finished = attempts.find(({ state }) => state === "finished");
  if (finished) return finished.id;
  const { attemptId } = await postAs<{ attemptId: number }>(context, "/api/contests/welcome/attempts");
  await postAs(context, `/api/attempts/${attemptId}/hand-in`);
  return attemptId;
}

/** Something for every screen to show: a draft, a running attempt of branchadmin's and one that reviewer has handed in. */
async function makeThings(browser: Browser): Promise<Made> {
  const [organizer, reviewer, sitting] = await Promise.all(
    ["organizer", "reviewer", "branchadmin"].map((account) => browserOf(browser, account, DESK)),
  );
  if (!organizer || !reviewer || !sitting) throw new Error("nobody is there");
  const { branches } = await read<{ branches: { id: number }[] }>(organizer, "/api/desk/branches");
  const { people } = await read<{ people: { id: number }[] }>(sitting, "/api/desk/people");
  const { items } = await read<{ items: { id: number }[] }>(reviewer, "/api/desk/questions");
  const now = Date.now();
  const draft = await postAs<{ slug: string }>(organizer, "/api/desk/contests", {
    title: "廉洁教育专题测试",
    branchId: branches[0]?.id,
    opensAt: new Date(now + 86_400_000).toISOString(),
    closesAt: new Date(now + 2 * 86_400_000).toISOString(),
    rules: {
      limitMs: 1_200_000,
      team: { min: 3, max: 5, substitutes: 1 },
      divisions: { names: ["机关组", "基层组"] },
      promotion: { perBranch: 1, fillTo: 12, reserve: 3 },
      awards: { medals: [{ medal: "gold", by: "count", number: 3 }], organisation: { percent: 60, most: 3 } },
    },
    blueprint: [{ kind: "single", count: 10, worth: 5_000 }],
  });
  const paper = await postAs<{ id: number }>(organizer, "/api/desk/papers", {
    ...{ title: "季度测试卷", branchId: branches[0]?.id, kind: "per_person" },
    sections: [
      {
        title: "选择题",
        instructions: "每题一分",
        lines: [{ kind: "single", count: 10 }],
        questions: [{ questionId: items[0]?.id, worth: 2_000 }],
      },
    ],
  });
  const set = await postAs<{ id: number }>(organizer, "/api/desk/sets", {
    ...{ title: "党章知识模拟卷", intro: "每周可以考一次。", branchId: branches[0]?.id, kind: "mock", limitMinutes: 20, passPercent: 60 },
    blueprint: [{ kind: "single", count: 5, worth: 2_000 }],
  });
  const attempt = await handedIn(reviewer);
  await postAs(sitting, "/api/contests/welcome/attempts");
  const piece = await postAs<{ id: number }>(sitting, "/api/reflections", { title: "读书一得", body: "先把书读完，再坐下来议一议。" });
  await postAs(sitting, `/api/reflections/${piece.id}/hand-in`, { revision: 1 });
  await Promise.all([organizer.close(), reviewer.close(), sitting.close()]);
  return {
    paper: paper.id,
    set: set.id,
    piece: piece.id,
    draft: draft.slug,
    person: people[0]?.id ?? 0,
    branch: branches.at(-1)?.id ?? 0,
    question: items[0]?.id ?? 0,
    attempt,
  };
}

/** A file of questions that has been read, with something to mend in it. */
async function anImport(browser: Browser): Promise<number> {
  const reviewer = await browserOf(browser, "reviewer", DESK);
  const text = "题干,选项A,选项B,答案\n我们党的根本宗旨是什么？,全心全意为人民服务,实事求是,A\n下列说法正确的是？,甲,乙,E";
  const { id } = await postAs<{ id: number }>(reviewer, "/api/desk/question-imports", { text });
  await expect(async () => {
    const { state } = await read<{ state: string }>(reviewer, `/api/desk/question-imports/${id}`);
    expect(state).toBe("open");
  }).toPass();
  await reviewer.close();
  return id;
}

const deskReader = (route: string): string => {
  if (route.startsWith("/desk/games")) return "organizer";
  if (/questions/.test(route)) return "reviewer";
  return /contests|programmes|papers|sets|halls|arenas/.test(route) ? "organizer" : "admin";
};

/** Today's five of member01's. */
async function aRun(browser: Browser): Promise<string> {
  const member = await browserOf(browser, "member01", DESK);
  const { id } = await postAs<{ id: number }>(member, "/api/practices", { mode: "daily" });
  await member.close();
  return `/practice/${id}`;
}

/** Every screen there is, with an address that shows something. */
export async function allScreens(browser: Browser): Promise<Screen[]> {
  const made = await makeThings(browser);
  const certified = await aCertificate(browser);
  const owed = await aTask(browser);
  const meeting = await aMeetingToCome(browser);
  const running = await aMeetingNow(browser);
  const over = await anOverContest();
  const hall = await aHall(browser);
  const game = await aLiveGame(browser);
  const arena = await anArena("organizer");
  const known: Record<string, Omit<Screen, "route">> = {
    "/sign-in": { path: "/sign-in", account: null },
    "/setup": { path: "/setup?token=spent", account: null },
    "/join": { path: "/join", account: null },
    "/join/[code]": { path: "/join/ABCD2345", account: null },
    "/search": { path: "/search?q=%E6%94%AF%E9%83%A8", account: "member01" },
    "/verify/[serial]": { path: `/verify/${certified.serial}`, account: null },
    "/desk/reports/[slug]": { path: `/desk/reports/${certified.slug}`, account: "organizer" },
    "/desk/reports/[slug]/people": { path: `/desk/reports/${certified.slug}/people`, account: "organizer" },
    "/desk/reports/[slug]/not-done": { path: `/desk/reports/${certified.slug}/not-done`, account: "organizer" },
    "/desk/people/[id]/progress": { path: `/desk/people/${made.person}/progress`, account: "admin" },
    "/desk/programmes/[slug]/certificates": { path: `/desk/programmes/${certified.slug}/certificates`, account: "organizer" },
    "/tasks/[id]": { path: `/tasks/${owed.task}`, account: "member01" },
    "/tasks/flags/[id]": { path: `/tasks/flags/${owed.flag}`, account: "admin" },
    "/desk/tasks/[id]": { path: `/desk/tasks/${owed.task}`, account: "admin" },
    "/desk/tasks/units/[id]": { path: `/desk/tasks/units/${made.branch}`, account: "admin" },
    "/study/[programme]": { path: "/study/eight-weeks", account: "member01" },
    "/study/[programme]/items/[id]": { path: `/study/eight-weeks/items/${await itemOf(browser, "quiz")}`, account: "member01" },
    "/study/[programme]/race": { path: "/study/reading-month/race", account: "member01" },
    "/screen/programmes/[slug]/race": { path: "/screen/programmes/reading-month/race", account: "organizer" },
    "/desk/programmes/[slug]": { path: "/desk/programmes/eight-weeks", account: "organizer" },
    "/desk/programmes/[slug]/edit": { path: "/desk/programmes/eight-weeks/edit", account: "organizer" },
    "/desk/programmes/[slug]/items/[id]/attendance": {
      path: `/desk/programmes/eight-weeks/items/${await itemOf(browser, "meeting")}/attendance`,
      account: "organizer",
    },
    "/groups/new": { path: "/groups/new", account: "admin" },
    "/groups/[slug]": { path: "/groups/qingnian-dushu", account: "leader" },
    "/groups/[slug]/members": { path: "/groups/qingnian-dushu/members?q=%E4%BA%BA", account: "leader" },
    "/groups/[slug]/plans": { path: "/groups/qingnian-dushu/plans", account: "leader" },
    "/groups/[slug]/plans/new": { path: "/groups/qingnian-dushu/plans/new", account: "leader" },
    "/groups/[slug]/vote": { path: await aVote(browser), account: "member01" },
    "/groups/[slug]/kit/[id]": { path: `/groups/qingnian-dushu/kit/${await aTurn(browser)}`, account: "leader" },
    "/materials/[slug]": { path: await aMaterial(browser), account: "member01" },
    "/meetings/[id]": { path: `/meetings/${meeting}`, account: "member01" },
    "/meetings/[id]/edit": { path: `/meetings/${meeting}/edit`, account: "leader" },
    "/meetings/[id]/record": { path: `/meetings/${meeting}/record`, account: "leader" },
    "/meetings/register/coverage": { path: "/meetings/register/coverage?group=qingnian-dushu&year=2026", account: "leader" },
    "/yearbooks/[group]/[year]": { path: "/yearbooks/qingnian-dushu/2026", account: "leader" },
    "/meetings/[id]/room": { path: `/meetings/${running}/room`, account: "leader" },
    "/meetings/[id]/room/hall": { path: `/meetings/${running}/room/hall`, account: "leader" },
    "/meetings/new": { path: "/meetings/new", account: "leader" },
    "/reflections/[id]": { path: `/reflections/${made.piece}`, account: "branchadmin" },
    "/live/[code]": { path: `/live/${game.code}`, account: "member01" },
    "/screen/live/[code]": { path: `/screen/live/${game.code}`, account: "organizer" },
    "/desk/games/[id]": { path: `/desk/games/${game.id}`, account: "organizer" },
    "/desk/games/[id]/report": { path: `/desk/games/${game.id}/report`, account: "organizer" },
    "/practice/duel/[id]": { path: `/practice/duel/${await anOverMatch("member01", "member02")}`, account: "member01" },
    "/practice/arena/[id]": { path: `/practice/arena/${arena}`, account: "member01" },
    "/desk/arenas/[id]": { path: `/desk/arenas/${arena}`, account: "organizer" },
    "/desk/arenas/[id]/edit": { path: `/desk/arenas/${arena}/edit`, account: "organizer" },
    "/practice/[id]": { path: await aRun(browser), account: "member01" },
    "/study/questions": { path: "/study/questions?since=ever", account: "leader" },
    "/me/points/[year]": { path: await aStudyYear(browser), account: "member01" },
    "/contests/[slug]": { path: "/contests/welcome", account: "member01" },
    "/contests/[slug]/board": { path: "/contests/welcome/board?view=branches", account: "reviewer" },
    "/contests/[slug]/play": { path: "/contests/welcome/play", account: "branchadmin" },
    "/contests/[slug]/rehearsal": { path: await aRehearsal(browser), account: "member01" },
    "/contests/[slug]/attempts/[id]": { path: `/contests/welcome/attempts/${made.attempt}`, account: "reviewer" },
    "/desk/sets/[id]": { path: `/desk/sets/${made.set}`, account: "organizer" },
    "/desk/halls/[id]": { path: `/desk/halls/${hall.id}`, account: "organizer" },
    "/desk/halls/[id]/edit": { path: `/desk/halls/${hall.id}/edit`, account: "organizer" },
    "/desk/halls/[id]/protocol": { path: `/desk/halls/${hall.id}/protocol`, account: "organizer" },
    "/screen/halls/[id]": { path: `/screen/halls/${hall.id}`, account: "organizer" },
    "/hall/[code]/buzz": { path: `/hall/${hall.code}/buzz`, account: "member01" },
    "/desk/papers/[id]": { path: `/desk/papers/${made.paper}`, account: "organizer" },
    "/desk/papers/[id]/edit": { path: `/desk/papers/${made.paper}/edit`, account: "organizer" },
    "/desk/papers/[id]/print": { path: `/desk/papers/${made.paper}/print?keys=1`, account: "organizer" },
    "/screen/contests/[slug]": { path: "/screen/contests/welcome", account: "organizer" },
    "/screen/contests/[slug]/reveal": { path: "/screen/contests/welcome/reveal", account: "organizer" },
    "/screen/overview": { path: "/screen/overview", account: "organizer" },
    "/desk/contests/[slug]": { path: "/desk/contests/welcome", account: "organizer" },
    "/desk/contests/[slug]/promotion": { path: `/desk/contests/${made.draft}/promotion`, account: "organizer" },
    "/desk/contests/[slug]/awards": { path: `/desk/contests/${made.draft}/awards`, account: "organizer" },
    "/desk/contests/[slug]/teams": { path: `/desk/contests/${made.draft}/teams`, account: "organizer" },
    "/desk/contests/[slug]/monitor": { path: "/desk/contests/welcome/monitor", account: "organizer" },
    "/desk/contests/[slug]/marking": { path: `/desk/contests/${over.slug}/marking`, account: "organizer" },
    "/contests/[slug]/marking": { path: `/contests/${over.slug}/marking`, account: "reviewer" },
    "/desk/contests/[slug]/rulings": { path: `/desk/contests/${over.slug}/rulings`, account: "organizer" },
    "/desk/contests/[slug]/clarifications": { path: "/desk/contests/welcome/clarifications", account: "organizer" },
    "/desk/contests/[slug]/integrity": { path: `/desk/contests/${over.slug}/integrity`, account: "organizer" },
    "/desk/contests/[slug]/evidence": { path: `/desk/contests/${over.slug}/evidence`, account: "organizer" },
    "/desk/rulings/[id]": { path: `/desk/rulings/${over.ruling}`, account: "organizer" },
    "/desk/contests/[slug]/statistics": { path: `/desk/contests/${over.slug}/statistics`, account: "organizer" },
    "/desk/contests/[slug]/preview": { path: "/desk/contests/welcome/preview", account: "organizer" },
    "/desk/contests/[slug]/edit": { path: `/desk/contests/${made.draft}/edit`, account: "organizer" },
    "/desk/people/[id]": { path: `/desk/people/${made.person}`, account: "admin" },
    "/desk/branches/[id]": { path: `/desk/branches/${made.branch}`, account: "admin" },
    "/desk/questions/[id]": { path: `/desk/questions/${made.question}`, account: "reviewer" },
    "/desk/questions/import/[id]": { path: `/desk/questions/import/${await anImport(browser)}`, account: "reviewer" },
    "/desk/questions/[id]/edit": { path: `/desk/questions/${made.question}/edit`, account: "reviewer" },
  };
  const material = known["/materials/[slug]"]?.path.split("/").at(-1) ?? "";
  return pageRoutes().map((route) => {
    const found = known[route];
    if (found) return { route, ...found };
    const path = route.startsWith("/desk/materials") ? route.replace("[slug]", material) : route;
    if (path.includes("[")) throw new Error(`${route}: tell tests/journeys/screens.ts an address of this page`);
    return { route, path, account: route.startsWith("/desk") ? deskReader(route) : "member01" };
  });
}

/** A contest to come that member01 rehearses. */
async function aRehearsal(browser: Browser): Promise<string> {
  const [organizer, member] = [await browserOf(browser, "organizer", DESK), await browserOf(browser, "member01", DESK)];
  const { slug } = await aContestNow(organizer, "多日挑战赛", {
    format: { kind: "daily", perDay: 2, bestDays: 5 },
    rehearsal: { fromMs: -DAY_MS, untilMs: DAY_MS },
  });
  await postAs(member, `/api/contests/${slug}/rehearsals`);
  await Promise.all([organizer.close(), member.close()]);
  return `/contests/${slug}/rehearsal`;
}

/** A final with a question on its stage that is open to buzzers. */
async function aHall(browser: Browser): Promise<{ id: number; code: string }> {
  const organizer = await browserOf(browser, "organizer", DESK);
  const { branches } = await read<{ branches: { id: number }[] }>(organizer, "/api/desk/branches");
  const made = await postAs<{ id: number; code: string }>(organizer, "/api/desk/halls", {
    ...{ title: "青年理论学习决赛", branchId: branches[0]?.id },
    rules: { rounds: [{ kind: "buzz", title: "第一轮", items: 3, source: { from: "bank" } }] },
    sides: [{ name: "红队", staffNos: ["member01"] }, { name: "蓝队" }, { name: "绿队" }],
  });
  for (const [acted, kind] of ["round", "open", "start"].entries())
    await postAs(organizer, `/api/desk/halls/${made.id}/acts`, { acted, act: { kind } });
  await organizer.close();
  return made;
}

/** An item of the demo's programme, by its kind. */
async function itemOf(browser: Browser, kind: string): Promise<number> {
  const member = await browserOf(browser, "member01", DESK);
  const { modules } = await read<{ modules: { items: { id: number; kind: string }[] }[] }>(member, "/api/programmes/eight-weeks");
  await member.close();
  return modules.flatMap(({ items }) => items).find((item) => item.kind === kind)?.id ?? 0;
}

/** A game that is going on: its first question is being read, and member01 plays. */
async function aLiveGame(browser: Browser): Promise<{ id: number; code: string }> {
  const [host, member] = await Promise.all(["organizer", "member01"].map((account) => browserOf(browser, account, DESK)));
  if (!host || !member) throw new Error("nobody is there");
  const { branches } = await read<{ branches: { id: number }[] }>(host, "/api/desk/branches");
  const form = { title: "周五现场答题", branchId: branches[0]?.id, lines: [{ count: 5 }], rules: { windowMs: 240_000 } };
  const game = await postAs<{ id: number; code: string }>(host, "/api/desk/games", form);
  await postAs(member, `/api/live/${game.code}/join`);
  await postAs(host, `/api/desk/games/${game.id}/turn`, { expected: 0 });
  await Promise.all([host.close(), member.close()]);
  return game;
}

/** Points switched on, and the statements of this year open. */
async function aStudyYear(browser: Browser): Promise<string> {
  const admin = await browserOf(browser, "admin", DESK);
  await postAs(admin, "/api/desk/points", pointFields);
  const year = new Date().getFullYear();
  await postAs(admin, `/api/desk/points/years/${year}`);
  await admin.close();
  return `/me/points/${year}`;
}

/** The next meeting of the demo's group. */
async function aTurn(browser: Browser): Promise<number> {
  const leader = await browserOf(browser, "leader", DESK);
  const { meetings } = await read<{ meetings: { id: number }[] }>(leader, "/api/groups/qingnian-dushu/rota");
  await leader.close();
  return meetings[0]?.id ?? 0;
}

/** An open vote of the demo's group, with two books. */
async function aVote(browser: Browser): Promise<string> {
  const leader = await browserOf(browser, "leader", DESK);
  const { open } = await read<{ open: object | null }>(leader, "/api/groups/qingnian-dushu/votes");
  if (!open) {
    for (const title of ["乡土中国", "万历十五年"])
      await postAs(leader, "/api/groups/qingnian-dushu/nominees", { title, why: "篇幅不长，适合共读。" });
    const closesOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await postAs(leader, "/api/groups/qingnian-dushu/votes", { votesEach: 2, closesOn });
  }
  await leader.close();
  return "/groups/qingnian-dushu/vote";
}

async function aMaterial(browser: Browser): Promise<string> {
  const member = await browserOf(browser, "member01", DESK);
  const { items } = await read<{ items: { slug: string }[] }>(member, "/api/materials");
  await member.close();
  return `/materials/${items[0]?.slug ?? ""}`;
}

/** A task given to member01, one to a unit, and a unit that was told to catch up. */
async function aTask(browser: Browser): Promise<{ task: number; flag: number }> {
  const office = await browserOf(browser, "admin", DESK);
  const { branches } = await read<{ branches: { id: number }[] }>(office, "/api/desk/branches");
  const branchId = branches.at(-1)?.id ?? 0;
  const given = { title: "报送个人学习计划", body: "一页纸，写清目标和时间。", staffNos: ["member01"], branchIds: [branchId] };
  const { ids } = await postAs<{ ids: number[] }>(office, "/api/desk/tasks", given);
  const { flags } = await read<{ flags: { id: number }[] }>(office, `/api/desk/flags?branchId=${branchId}&state=open`);
  const raised = flags[0] ?? (await postAs<{ id: number }>(office, "/api/desk/flags", { branchId, reason: "连续两周没有进展。" }));
  await office.close();
  return { task: ids[0] ?? 0, flag: raised.id };
}

/** A meeting of the demo's group, announced, with a question for its lead reader. */
async function aMeetingToCome(browser: Browser): Promise<number> {
  const leader = await browserOf(browser, "leader", DESK);
  const startsAt = new Date(Date.now() + 10 * 86_400_000);
  const wishes = {
    kind: "reading",
    title: "《实践论》第一次研读",
    group: "qingnian-dushu",
    place: "三楼会议室",
    link: "https://meet.example.org/7",
  };
  const endsAt = new Date(startsAt.getTime() + 5_400_000).toISOString();
  const { id } = await postAs<{ id: number }>(leader, "/api/meetings", { ...wishes, startsAt: startsAt.toISOString(), endsAt });
  await postAs(leader, `/api/meetings/${id}/announce`);
  await postAs(leader, `/api/meetings/${id}/questions`, { body: "“再认识”与“认识”有什么不同？" });
  await leader.close();
  return id;
}

/** A meeting of the demo's group that runs: an item, a passage, somebody who asks to speak, words, a vote. */
async function aMeetingNow(browser: Browser): Promise<number> {
  const [leader, member] = await Promise.all(["leader", "member01"].map((account) => browserOf(browser, account, DESK)));
  if (!leader || !member) throw new Error("nobody is there");
  const [startsAt, endsAt] = [-600_000, 5_400_000].map((ms) => new Date(Date.now() + ms).toISOString());
  const wishes = { kind: "reading", title: "《实践论》第二次研读", group: "qingnian-dushu", place: "三楼会议室", startsAt, endsAt };
  const { id } = await postAs<{ id: number }>(leader, "/api/meetings", wishes);
  const room = `/api/meetings/${id}/room`;
  await postAs(leader, `${room}/open`);
  await postAs(leader, `${room}/next`);
  const { items } = await read<{ items: { slug: string }[] }>(leader, "/api/materials");
  await postAs(leader, `${room}/passage`, { slug: items[0]?.slug, from: "p1", to: "p2" });
  await postAs(leader, `${room}/polls`, {
    kind: "vote",
    question: "下次活动安排在周四下午，是否同意？",
    options: ["同意", "不同意", "弃权"],
  });
  await postAs(member, `${room}/queue`);
  await postAs(member, `${room}/speeches`, { key: crypto.randomUUID(), body: "读原文最大的收获，是把“实践”两个字想清楚了。" });
  await postAs(leader, `${room}/decisions`, { body: "下周五前每人交一篇心得。" });
  await Promise.all([leader.close(), member.close()]);
  return id;
}
