import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { meetingPollKeys, meetingPolls } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { chanceOf, shuffled } from "#domain/chance.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { runningItem } from "#domain/room/agenda-clock.ts";
import zh from "#messages/zh-CN.json" with { type: "json" };
import { idSchema } from "#server/input-schemas.ts";
import { agendaOf } from "./agenda-of.ts";
import { roomCommand } from "./room-command.ts";

const QUESTIONS = 3;
type Keyed = { body: QuestionBody; key: QuestionKey; explanation: string };
type Asked = { question: string; options: string[]; right: number[]; isMultiple: boolean; explanation: string };

/** The question as a poll; null for kinds that are not answered by choosing. */
function askedOf({ body, key, explanation }: Keyed): Asked | null {
  if (body.kind === "truefalse" && key.kind === "truefalse") {
    const options = [zh.room.quiz.true, zh.room.quiz.false];
    return { question: body.stem, options, right: [key.correct ? 0 : 1], isMultiple: false, explanation };
  }
  if ((body.kind !== "single" && body.kind !== "multiple") || (key.kind !== "single" && key.kind !== "multiple")) return null;
  const right = typeof key.correct === "number" ? [key.correct] : [...key.correct].sort((a, b) => a - b);
  return { question: body.stem, options: body.options.map(({ text }) => text), right, isMultiple: body.kind === "multiple", explanation };
}

/** Published questions that rest on the text or stand in it; none of a contest's paper that somebody here is sitting, as in texts, and none that this meeting had. */
async function questionsAbout(tx: Tx, meetingId: number, materialId: number): Promise<Asked[]> {
  const { rows } = await tx.execute<Keyed>(sql`
    select v.body, k.key, k.explanation from questions q join question_versions v on v.id = q.published_version_id
    join question_keys k on k.version_id = v.id
    where q.state = 'published' and v.kind in ('single', 'multiple', 'truefalse')
      and (k.material_id = ${materialId} or exists (select 1 from material_checks c join materials m on m.published_version_id = c.version_id
        where m.id = ${materialId} and c.question_id = q.id))
      and not exists (select 1 from attempts a join meeting_people r on r.person_id = a.person_id and r.meeting_id = ${meetingId}
        where a.state = 'in_progress' and a.entry_id is not null and r.removed_at is null
          and a.version_ids && array(select w.id from question_versions w where w.question_id = q.id))
      and not exists (select 1 from meeting_polls p where p.meeting_id = ${meetingId} and p.removed_at is null and p.question = v.stem)
    order by q.id`);
  return rows.flatMap((row) => askedOf(row) ?? []);
}

/** A quiz of three questions about the text that is shown, drawn and opened in one tap. Too few questions are told, not a shorter quiz. */
export const drawQuiz = roomCommand({
  at: "POST /api/meetings/:id/room/quiz",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ pollIds: z.array(z.number()) }),
  refusals: ["no-passage-shown", "too-few-questions"],
  door: "judge",
  change: "polls",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id: meetingId }, _input, { viewer, now }) {
    const running = runningItem(await agendaOf(tx, meetingId));
    if (!running?.materialId) throw new Refusal("no-passage-shown");
    const found = await questionsAbout(tx, meetingId, running.materialId);
    if (found.length < QUESTIONS) throw new Refusal("too-few-questions", { have: found.length, wanted: QUESTIONS });
    const pollIds: number[] = [];
    const frame = { meetingId, agendaItemId: running.id, kind: "quiz" as const, createdBy: viewer.personId, createdAt: now, openedAt: now };
    for (const { right, explanation, ...poll } of shuffled(found, chanceOf(randomBytes(16).toString("hex"))).slice(0, QUESTIONS)) {
      const [made] = await tx
        .insert(meetingPolls)
        .values({ ...frame, ...poll })
        .returning({ id: meetingPolls.id });
      const pollId = made?.id ?? 0;
      await tx.insert(meetingPollKeys).values({ pollId, right, explanation });
      pollIds.push(pollId);
    }
    return { pollIds };
  },
});
