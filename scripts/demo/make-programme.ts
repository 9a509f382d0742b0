// Long because it is one document each: a programme and a template as an organizer would write them.
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { programmes } from "#db/schema/programmes.ts";
import { checkedDraftSchema } from "#domain/programmes/checked-draft.ts";
import { insertProgramme } from "#server/programmes/insert-programme.ts";
import { syncTasks } from "#server/programmes/write-tasks.ts";
import { indexProgramme } from "#server/search/index-programme.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const reading = (key: string, title: string, titleEn: string, material: string, more: object = {}) => ({
  ...{ key, kind: "reading", title, titleEn, material, moveOn: "Completed" },
  ...more,
});

/** Three modules over eight weeks, with other reading for the young, a quiz, a meeting, a reflection and the welcome contest. */
function programmeOf(branchId: number, day: (days: number) => string) {
  const quiz = {
    attempts: null,
    blueprint: [
      { kind: "single", count: 3 },
      { kind: "truefalse", count: 2 },
    ],
  };
  return {
    kind: "campaign",
    title: "把支部工作学明白：八周读书与实践",
    titleEn: "How a branch works: eight weeks of reading and practice",
    intro: "每周读一到两篇短文，读完答几道题；中间集中讨论一次，最后写一篇心得、答一次题。按自己的步子来，截止前补上都算。",
    introEn:
      "One or two short texts a week, each with a few questions; one discussion half way, a reflection and a contest at the end. Go at your own pace.",
    branchId,
    opensAt: day(0),
    closesAt: day(56),
    certificateTitle: "八周读书与实践结业证书",
    certificateTitleEn: "Certificate: eight weeks of reading and practice",
    audiences: [
      { key: "young", name: "青年", nameEn: "Young members", tags: ["青年"] },
      { key: "all", name: "全体", nameEn: "Everybody else", tags: [] },
    ],
    modules: [
      {
        title: "第一单元　先把道理读懂",
        titleEn: "Module 1: the ideas",
        items: [
          reading("why", "读：从三个维度读懂党的建设", "Read: three sides of Party building", "party-building-thought-three-dimensions", {
            dueAt: day(14),
          }),
          reading("young", "读：年轻党员怎样成长", "Read: how young members grow", "growing-members", {
            dueAt: day(21),
            audiences: ["young"],
          }),
          reading("cover", "读：全员学习怎样覆盖到人", "Read: study that reaches everybody", "whole-staff-study-system", {
            dueAt: day(21),
            audiences: ["all"],
          }),
          {
            ...{ key: "quiz", kind: "quiz", title: "答：第一单元小测", titleEn: "Quiz: module 1", quiz, moveOn: "Passed", mastery: 0.6 },
            ...{ requires: ["why"], dueAt: day(28) },
          },
        ],
      },
      {
        title: "第二单元　再看制度和办法",
        titleEn: "Module 2: rules and methods",
        items: [
          reading("four", "读：“四强”党支部", "Read: the four strengths of a branch", "four-strong-branches", { dueAt: day(35) }),
          reading("tools", "选读：机关党建的工具箱", "Optional: a box of tools", "points-brands-and-two-lists", { isRequired: false }),
          {
            ...{ key: "meet", kind: "meeting", title: "议：一场精读分享会", titleEn: "Meet: a shared reading", moveOn: "Completed" },
            meeting: {
              startsAt: day(30),
              endsAt: new Date(new Date(day(30)).getTime() + 2 * HOUR_MS).toISOString(),
              place: "各支部会议室，可线上参加",
            },
            dueAt: day(42),
          },
        ],
      },
      {
        title: "第三单元　写下来，比一比",
        titleEn: "Module 3: write and compare",
        items: [
          {
            ...{ key: "write", kind: "reflection", title: "写：一件我能改进的事", titleEn: "Write: one thing I can do better" },
            ...{ moveOn: "Completed", dueAt: day(49), requires: ["meet"] },
            prompt: "结合读过的材料，写一件自己手上的工作可以怎样做得更好：现在怎样，打算怎么改，多久能看到变化。",
          },
          {
            ...{ key: "contest", kind: "contest", title: "赛：理论学习知识竞赛", titleEn: "Contest: what we have read" },
            ...{ contest: "welcome", moveOn: "Completed", dueAt: day(56) },
          },
          {
            ...{ key: "list", kind: "reflection", title: "支部：列一份改进清单", titleEn: "Branch: a list of improvements" },
            ...{ moveOn: "Completed", owner: "unit", dueAt: day(56), prompt: "每个支部列出三到五条改进措施，写明由谁负责、什么时候完成。" },
          },
        ],
      },
    ],
  };
}

/** What most units need once a quarter: a text, a discussion, a page written. */
function templateOf(branchId: number, day: (days: number) => string) {
  return {
    kind: "template",
    title: "季度学习：读、议、写",
    titleEn: "A quarter: read, discuss, write",
    intro: "用来新建每季度的学习计划：换上本季度的材料和时间就能发布。",
    branchId,
    opensAt: day(0),
    closesAt: day(90),
    modules: [
      {
        title: "本季度学习",
        titleEn: "This quarter",
        items: [
          reading("read", "读：本季度材料", "Read: this quarter's text", "reading-session-cycle", { dueAt: day(45) }),
          {
            ...{ key: "meet", kind: "meeting", title: "议：集中讨论", titleEn: "Discuss", moveOn: "Completed", dueAt: day(75) },
            meeting: { startsAt: day(60), endsAt: new Date(new Date(day(60)).getTime() + 2 * HOUR_MS).toISOString(), place: "会议室" },
          },
          {
            ...{
              key: "write",
              kind: "reflection",
              title: "写：学习心得",
              titleEn: "Write: a reflection",
              moveOn: "Completed",
              dueAt: day(90),
            },
            prompt: "写一件学了以后准备去做的事。",
          },
        ],
      },
    ],
  };
}

/** The demo's programme, published to the whole county, and a template. Begins with this hour. */
export async function makeDemoProgramme(tx: Tx, branch: { id: number; path: string }, organizerId: number, now: Date): Promise<void> {
  const begin = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const day = (days: number): string => new Date(begin + days * DAY_MS).toISOString();
  const made = { path: branch.path, createdBy: organizerId, now };
  const template = checkedDraftSchema.parse(templateOf(branch.id, day));
  await insertProgramme(tx, template, { ...made, slug: "quarter" });
  const { id } = await insertProgramme(tx, checkedDraftSchema.parse(programmeOf(branch.id, day)), { ...made, slug: "eight-weeks" });
  await tx.update(programmes).set({ publishedAt: now }).where(eq(programmes.id, id));
  await syncTasks(tx, id, now, false);
  await indexProgramme(tx, id);
}
