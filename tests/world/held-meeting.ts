// A whole meeting that was held, with everything a record is written from, is made in one go.
import { randomUUID } from "node:crypto";
import { database } from "#db/client.ts";
import { agendaItems, checkIns, meetingDecisions, meetingPolls, pollAnswers, speeches, takeaways } from "#db/schema/meetings.ts";
import { aGroup, aMeeting } from "./meeting.ts";
import { aBranch, aPerson } from "./people.ts";

/** Five people who meet: the first leads and chairs, the second records, the third leads the reading. */
export type Circle = Readonly<{
  branch: { id: number; path: string; name: string };
  group: { id: number; slug: string };
  people: number[];
}>;

/** A branch with a group of five. */
export async function aCircle({ isPrivate = true, parentId = null as number | null } = {}): Promise<Circle> {
  const branch = await aBranch(parentId);
  const names = ["王主持", "李记录", "张领读", "赵发言", "钱缺席"];
  const people: number[] = [];
  for (const name of names) people.push(await aPerson(branch.id, { name }));
  return { branch, people, group: await aGroup(branch.id, people, { isPrivate }) };
}

type Wishes = Readonly<{
  startsAt?: Date;
  title?: string;
  /** One text a speech, said by the people in turn. */
  said?: readonly string[];
  decision?: string | null;
}>;
const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000);

/**
 * A reading session of two hours that was held: three came (one late, one online), one was on leave, one was absent; agenda with real times,
 * speeches, a vote, a decision with an owner, a takeaway. Nothing is written into its record yet.
 */
export async function aHeldMeeting(circle: Circle, wishes: Wishes = {}): Promise<number> {
  const startsAt = wishes.startsAt ?? new Date("2026-11-26T06:30:00Z");
  const { branch, group, people } = circle;
  const [chair = 0, recorder = 0, reader = 0, speaker = 0] = people;
  const at = (count: number) => minutes(startsAt, count);
  const meetingId = await aMeeting({
    ...{ title: wishes.title ?? "《实践论》第一次研读", branchId: branch.id, groupId: group.id, startsAt, place: "三楼会议室" },
    ...{ endsAt: at(120), openedAt: at(1), closedAt: at(118), chairId: chair, recorderId: recorder, leadReaderId: reader },
    people: people.map((id) => ({ id, branchId: branch.id })),
  });
  const desk = database("desk");
  const present = { meetingId, how: "tick" as const, notedBy: chair };
  await desk.insert(checkIns).values([
    { ...present, personId: chair, mode: "on_site", checkedInAt: at(0) },
    { ...present, personId: recorder, mode: "on_site", checkedInAt: at(-2) },
    { ...present, personId: reader, mode: "online", checkedInAt: at(25) },
  ]);
  await desk.execute(
    `update meeting_people set reply = 'leave', reply_reason = '出差', replied_at = now() where meeting_id = ${meetingId} and person_id = ${speaker}`,
  );
  await desk.insert(agendaItems).values([
    { meetingId, place: 0, kind: "opening", title: "主持人开场", minutes: 5, startedAt: at(1), endedAt: at(6) },
    { meetingId, place: 1, kind: "reading", title: "领读人导读", minutes: 20, personId: reader, startedAt: at(6), endedAt: at(30) },
    { meetingId, place: 2, kind: "discussion", title: "交流讨论", minutes: 45 },
  ]);
  const said = wishes.said ?? ["实践是认识的来源。\n读书要联系自己的工作。", "先调查，再发言。", "认识要回到实践中去检验。"];
  await desk.insert(speeches).values(
    said.map((body, turn) => ({
      ...{ meetingId, personId: people[turn % 3] ?? 0, key: randomUUID(), body, notedBy: recorder },
      ...{ spokenAt: at(31 + turn), createdAt: at(31 + turn), savedAt: at(31 + turn) },
    })),
  );
  await aVote(meetingId, [chair, recorder, reader], at(80));
  if (wishes.decision !== null)
    await desk.insert(meetingDecisions).values({
      ...{ meetingId, body: wishes.decision ?? "下次每人带一个调查实例", ownerId: reader, dueAt: at(60 * 24 * 14) },
      ...{ createdBy: recorder, createdAt: at(100) },
    });
  await desk.insert(takeaways).values({ meetingId, personId: reader, body: "没有调查，没有发言权。", createdAt: at(110) });
  return meetingId;
}

async function aVote(meetingId: number, voters: readonly number[], at: Date): Promise<void> {
  const desk = database("desk");
  const [poll] = await desk
    .insert(meetingPolls)
    .values({
      ...{ meetingId, kind: "vote", question: "是否下次读第二部分？", options: ["同意", "不同意"], createdAt: at },
      ...{ openedAt: at, closedAt: minutes(at, 3) },
    })
    .returning({ id: meetingPolls.id });
  const pollId = poll?.id ?? 0;
  await desk
    .insert(pollAnswers)
    .values(voters.map((personId, place) => ({ pollId, personId, choices: [place === 2 ? 1 : 0], answeredAt: minutes(at, 1) })));
}
