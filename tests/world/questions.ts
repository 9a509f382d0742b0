import type { OfficeName } from "#domain/people/offices.ts";
import { createQuestion } from "#server/questions/create-question.ts";
import { reviewQuestion } from "#server/questions/review-question.ts";
import { aBranch, aPerson } from "./people.ts";
import { told } from "./tell.ts";

let made = 0;

/** Two branches below a root, and somebody in every office that has or lacks the question bank. */
export async function aQuestionDesk() {
  const root = await aBranch();
  const left = await aBranch(root.id);
  const right = await aBranch(root.id);
  const holding = (office: OfficeName, branchId: number) => aPerson(branchId, { held: [{ office, branchId }] });
  return {
    root: root.id,
    left: left.id,
    right: right.id,
    author: await holding("reviewer", root.id),
    reviewer: await holding("reviewer", root.id),
    organizer: await holding("organizer", root.id),
    leftReviewer: await holding("reviewer", left.id),
    leader: await holding("leader", root.id),
    branchAdmin: await holding("branch_admin", root.id),
    member: await aPerson(left.id),
  };
}

/** A single choice as an author sends it; 乙 is right. */
export const single = (stem = `第${++made}题问什么？`) => ({
  body: { kind: "single", stem, options: [{ text: "甲" }, { text: "乙" }, { text: "丙" }] },
  key: { kind: "single", correct: 1 },
  explanation: "因为是乙。",
  category: "试题/单选",
  difficulty: 2,
});

/** A question in use, by its two people. */
export async function aPublishedQuestion(desk: { author: number; reviewer: number }, stem?: string): Promise<number> {
  const { id } = await told(createQuestion, desk.author, { ...single(stem), submit: true });
  await told(reviewQuestion, desk.reviewer, { id, number: 1, verdict: "publish" });
  return id;
}
