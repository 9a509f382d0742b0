import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { attempts } from "#db/schema/attempts.ts";
import { contests } from "#db/schema/contests.ts";
import { getAttempt } from "#server/attempts/get-attempt.ts";
import { makeContest } from "#server/contests/make-contest.ts";
import { publishContest } from "#server/contests/publish-contest.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { createQuestion } from "#server/questions/create-question.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { aPerson } from "#tests/world/people.ts";
import { single } from "#tests/world/questions.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { archivePaper } from "./archive-paper.ts";
import { editPaper } from "./edit-paper.ts";
import { getPaper } from "./get-paper.ts";
import { listPapers } from "./list-papers.ts";
import { makePaper } from "./make-paper.ts";

/** A contest's world with three published questions of its bank, and a paper that has them. */
async function aPaper(kind: "fixed" | "per_contest" | "per_person", extra: object = {}) {
  const world = await aContest();
  const { rows } = await database("desk").execute<{ id: string }>(
    sql`select id from questions where published_version_id is not null order by id limit 3`,
  );
  const [first, second, third] = rows.map(({ id }) => Number(id));
  const sections = [
    {
      title: "必答",
      questions: [
        { questionId: first, worth: 2_000 },
        { questionId: second, worth: 3_000 },
      ],
    },
    { title: "抽题", questions: [{ questionId: third, worth: 1_000 }], ...extra },
  ];
  const form = { title: "季度卷", branchId: world.root.id, kind, sections };
  const { id } = await told(makePaper, world.organizer, form);
  return { ...world, paper: id, paperForm: form, questions: [first, second, third] };
}

/** The questions of somebody's paper, by their place in it, with what each is worth. */
async function sat(slug: string, personId: number) {
  const { attemptId } = await told(startAttempt, personId, { slug }, at(1));
  const [row] = await database("desk")
    .select({ versionIds: attempts.versionIds, worths: attempts.worths })
    .from(attempts)
    .where(eq(attempts.id, attemptId));
  const { rows } = await database("desk").execute<{ id: string; question_id: string }>(
    sql`select id, question_id from question_versions where id = any(${sql.param(row?.versionIds ?? [])}::bigint[])`,
  );
  const questionOf = new Map(rows.map((version) => [Number(version.id), Number(version.question_id)]));
  return { attemptId, questions: (row?.versionIds ?? []).map((version) => questionOf.get(version)), worths: row?.worths ?? [] };
}

describe("a paper", () => {
  test("fixed: everybody sits the chosen questions, section by section, at their worth; a later change touches no contest that is out", async () => {
    const world = await aPaper("fixed");
    const { slug } = await told(makeContest, world.organizer, { ...world.form, paperId: world.paper }, at(-90));
    await told(publishContest, world.organizer, { slug }, at(-80));
    const [first, second, third] = world.questions;
    await told(editPaper, world.organizer, {
      ...{ ...world.paperForm, id: world.paper, revision: 1 },
      sections: [{ title: "只剩一题", questions: [{ questionId: first, worth: 1_000 }] }],
    });
    for (const personId of [await aPerson(world.left.id), await aPerson(world.right.id)]) {
      const { questions, worths, attemptId } = await sat(slug, personId);
      expect(questions.slice(0, 2).toSorted()).toEqual([first, second].toSorted());
      expect(questions[2]).toBe(third);
      expect(worths.slice(0, 2).toSorted()).toEqual([2_000, 3_000]);
      const { items } = await told(getAttempt, personId, { id: attemptId }, at(2));
      expect(items.map(({ section }) => section)).toEqual(["必答", "必答", "抽题"]);
    }
  });

  test("drawn once: the same questions for all; drawn for each: none twice, the sum as printed", async () => {
    for (const kind of ["per_contest", "per_person"] as const) {
      const world = await aPaper(kind, { lines: [{ count: 8, worth: 500 }] });
      const { slug } = await told(makeContest, world.organizer, { ...world.form, paperId: world.paper }, at(-90));
      await told(publishContest, world.organizer, { slug }, at(-80));
      const [one, other] = [await sat(slug, await aPerson(world.left.id)), await sat(slug, await aPerson(world.left.id))];
      for (const { questions, worths } of [one, other]) {
        expect(new Set(questions).size).toBe(11);
        expect(worths.reduce((sum, worth) => sum + worth, 0)).toBe(2_000 + 3_000 + 1_000 + 8 * 500);
      }
      const isSame = JSON.stringify(one.questions.toSorted()) === JSON.stringify(other.questions.toSorted());
      expect(isSame).toBe(kind === "per_contest");
      const [row] = await database("desk").select({ blueprint: contests.blueprint }).from(contests).where(eq(contests.slug, slug));
      expect(row?.blueprint.reduce((sum, line) => sum + line.count, 0)).toBe(11);
    }
  });

  test("with a question that is not published makes no contest, and says how many; the page of the paper says so too", async () => {
    const world = await aPaper("fixed");
    const draft = await told(createQuestion, world.organizer, single());
    const { id } = await told(makePaper, world.organizer, {
      ...world.paperForm,
      sections: [{ title: "一", questions: [{ questionId: draft.id, worth: 1_000 }] }],
    });
    expect((await told(getPaper, world.organizer, { id })).questions).toMatchObject([{ id: draft.id, isPublished: false }]);
    expect(await codeOf(makeContest, world.organizer, { ...world.form, paperId: id }, at(-90))).toBe("paper-not-published");
  });

  test("bad papers are refused at their place, a stranger's office does not reach them, two editors do not overwrite each other", async () => {
    const world = await aPaper("fixed");
    const [first] = world.questions;
    const twice = [
      {
        title: "一",
        questions: [
          { questionId: first, worth: 1 },
          { questionId: first, worth: 1 },
        ],
      },
    ];
    for (const sections of [[], [{ title: "空" }], [{ title: "抽", lines: [{ count: 1 }] }], twice])
      expect(await codeOf(makePaper, world.organizer, { ...world.paperForm, sections })).toBe("invalid");
    const unknown = [{ title: "一", questions: [{ questionId: 999_999_999, worth: 1 }] }];
    expect(await codeOf(makePaper, world.organizer, { ...world.paperForm, sections: unknown })).toBe("no-such-question");
    const stranger = await aPerson(world.left.id, { held: [{ office: "organizer", branchId: world.left.id }] });
    expect(await codeOf(getPaper, stranger, { id: world.paper })).toBe("not-found");
    expect((await told(listPapers, stranger, {})).total).toBe(0);
    const edit = { ...world.paperForm, id: world.paper, revision: 1 };
    expect(await Promise.all([codeOf(editPaper, world.organizer, edit), codeOf(editPaper, world.organizer, edit)])).toEqual(
      expect.arrayContaining(["done", "paper-changed"]),
    );
    await told(archivePaper, world.organizer, { id: world.paper });
    expect((await told(listPapers, world.organizer, {})).total).toBe(0);
    expect((await told(listPapers, world.organizer, { archived: true })).total).toBe(1);
  });
});
