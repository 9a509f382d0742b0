import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { takeaways } from "#db/schema/meetings.ts";
import { questions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { problemsOf } from "#domain/questions/check-question.ts";
import { type QuestionBody, type QuestionKey, questionBodySchema, questionKeySchema } from "#domain/questions/question.ts";
import { dayIn, filled } from "#domain/records/record-words.ts";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { blankable, idSchema, lineSchema, textSchema } from "#server/input-schemas.ts";
import { freeText } from "#server/materials/material-fields.ts";
import { lockMeeting, type MeetingFacts } from "#server/meetings/meeting-facts.ts";
import { refuseSameStem } from "#server/questions/content-of-input.ts";
import { writeVersions } from "#server/questions/write-versions.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { recordMessages } from "./words-of.ts";

const OPTIONS = ["A", "B", "C", "D"] as const;
const option = blankable(lineSchema(200));
const input = z.strictObject({
  id: idSchema,
  takeaway: idSchema,
  kind: z.enum(["truefalse", "single"]),
  stem: textSchema(1_000),
  /** Of a true/false. */
  truth: z.enum(["true", "false"]).default("true"),
  /** Of a single choice: two to four options, and which is right. */
  ...{ optionA: option, optionB: option, optionC: option, optionD: option },
  right: z.enum(OPTIONS).default("A"),
  explanation: freeText(2_000),
});
type Wishes = z.output<typeof input>;

/** The question as the bank keeps it; refuses at its field what is not one. */
function questionOf(wishes: Wishes): { body: QuestionBody; key: QuestionKey } {
  const { kind, stem, truth, right } = wishes;
  const given = OPTIONS.flatMap((letter) => {
    const text = wishes[`option${letter}`];
    return text === undefined ? [] : [{ letter, text }];
  });
  const correct = given.findIndex(({ letter }) => letter === right);
  if (kind === "single" && given.length < 2) throw fieldRefusal(given.length === 0 ? "optionA" : "optionB", "options-too-few");
  if (kind === "single" && correct < 0) throw fieldRefusal(`option${right}`, "right-option-empty");
  const body = questionBodySchema.parse(
    kind === "truefalse" ? { kind, stem } : { kind, stem, options: given.map(({ text }) => ({ text })) },
  );
  const key = questionKeySchema.parse(kind === "truefalse" ? { kind, correct: truth === "true" } : { kind, correct });
  const [problem] = problemsOf(body, key).filter(({ severity }) => severity === "error");
  if (problem?.code === "repeated") throw fieldRefusal("optionB", "option-repeated");
  if (problem) throw fieldRefusal("stem", "question-unfit");
  return { body, key };
}

/** The takeaway, when the viewer may make a question of it: one's own, or as who writes the record. */
async function findTakeaway(tx: Tx, meeting: MeetingFacts, id: number, viewer: Member) {
  const { personId, questionId } = takeaways;
  const [row] = await tx
    .select({ personId, questionId })
    .from(takeaways)
    .where(and(eq(takeaways.id, id), eq(takeaways.meetingId, meeting.id), isNull(takeaways.deletedAt)));
  return row && (row.personId === viewer.personId || can.writeRecord(viewer, meeting)) ? row : undefined;
}

/** Says that the bank asks this already, and not which question does: its author may know nothing else of the bank. */
async function refuseTakenStem(tx: Tx, stem: string, viewer: Member): Promise<void> {
  try {
    await refuseSameStem(tx, stem, { viewer });
  } catch (error) {
    throw isRefusal(error) && error.code === "already-asked" ? fieldRefusal("stem", "stem-taken") : error;
  }
}

/** Makes a question of a takeaway and lays it before the reviewers of the bank: somebody else publishes it, as ever. Its explanation names the meeting. */
export const askTakeaway = command({
  at: "POST /api/meetings/:id/record/questions",
  input,
  output: z.object({ id: z.number() }),
  refusals: ["stem-taken", "takeaway-asked", "options-too-few", "right-option-empty", "option-repeated", "question-unfit"],
  // The bank's own door: a member writes a draft here and reads nothing of the bank.
  door: "desk",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.seeInsideMeeting,
  async run(tx, meeting, wishes, { viewer, now }) {
    const takeaway = await findTakeaway(tx, meeting, wishes.takeaway, viewer);
    if (!takeaway) throw new Refusal("not-found");
    if (takeaway.questionId !== null) throw new Refusal("takeaway-asked");
    const { body, key } = questionOf(wishes);
    await refuseTakenStem(tx, body.stem, viewer);
    const source = filled(recordMessages("zh-CN").source, { title: meeting.title, day: dayIn("zh-CN", meeting.startsAt) });
    const [made] = await tx
      .insert(questions)
      .values({ branchId: meeting.branchId, state: "in_review", createdBy: viewer.personId, createdAt: now })
      .returning({ id: questions.id });
    const questionId = made?.id ?? 0;
    const content = {
      ...{ body, key, explanation: [wishes.explanation, source].filter(Boolean).join("\n"), category: "", difficulty: 2 },
      ...{ tags: [recordMessages("zh-CN").sourceTag], materialId: null, passage: "" },
    };
    await writeVersions(tx, [{ questionId, number: 1, content }], { createdBy: viewer.personId, now });
    await tx.update(takeaways).set({ questionId }).where(eq(takeaways.id, wishes.takeaway));
    return { id: questionId };
  },
});
