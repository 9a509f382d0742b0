import { database } from "#db/client.ts";
import { agendaItems, forumJudges } from "#db/schema/meetings.ts";
import type { Verb } from "#server/verb.ts";
import { aGroup, aMeeting } from "./meeting.ts";
import { valueOf } from "./outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "./people.ts";

export const START = new Date("2026-12-03T06:00:00Z");
/** Seconds since the meeting's planned start. */
export const at = (seconds: number): Date => new Date(START.getTime() + seconds * 1_000);

/** A private group's reading session, not opened yet: a chair who leads the group, a recorder, members on the list; an outsider of the branch. */
export async function aRoom(members = 3) {
  await anOrganisation();
  const branch = await aBranch();
  const [chair, recorder, outsider] = [
    await aPerson(branch.id, { name: "陈主持" }),
    await aPerson(branch.id, { name: "纪记录" }),
    await aPerson(branch.id, { name: `外人${branch.id}` }),
  ];
  const list: number[] = [];
  for (let made = 0; made < members; made += 1) list.push(await aPerson(branch.id, { name: `组员${made + 1}` }));
  const all = [chair, recorder, ...list];
  const group = await aGroup(branch.id, all);
  const meetingId = await aMeeting({
    ...{ branchId: branch.id, groupId: group.id, startsAt: START, chairId: chair, recorderId: recorder },
    people: all.map((id) => ({ id, branchId: branch.id })),
  });
  const rows = (["opening", "reading", "discussion"] as const).map((kind, place) => ({
    ...{ meetingId, place, kind, title: kind, minutes: 10 },
  }));
  const agenda = await database("desk").insert(agendaItems).values(rows).returning({ id: agendaItems.id });
  /** What a verb answers somebody at a second of the meeting. */
  const says = async <T>(verb: Verb<T>, who: number, seconds: number, input: object = {}) =>
    verb.call(await as(who, at(seconds)), { id: meetingId, ...input });
  const does = async <T>(verb: Verb<T>, who: number, seconds: number, input: object = {}): Promise<T> =>
    valueOf(await says(verb, who, seconds, input));
  const judge = (personId: number) => database("desk").insert(forumJudges).values({ meetingId, personId });
  return { branch, group, chair, recorder, outsider, members: list, meetingId, agenda: agenda.map(({ id }) => id), says, does, judge };
}
export type Room = Awaited<ReturnType<typeof aRoom>>;
