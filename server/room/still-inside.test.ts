import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { forumJudges, meetingParties } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { meetingFacts } from "#server/meetings/meeting-facts.ts";
import { aGroup, aMeeting } from "#tests/world/meeting.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { noLongerInside } from "./still-inside.ts";

test("who keeps the stream of a meeting is exactly who may see inside it, for everybody", async () => {
  await anOrganisation();
  const root = await aBranch();
  const [east, west] = [await aBranch(root.id), await aBranch(root.id)];
  const people = await Promise.all(Array.from({ length: 8 }, () => aPerson(west.id)));
  const [leader = 0, member = 0, chair = 0, recorder = 0, reader = 0, judge = 0, guest = 0, partner = 0] = people;
  const offices = await Promise.all(
    (["admin", "branch_admin", "organizer", "leader", "reviewer"] as const).flatMap((office) =>
      [root, east, west].map((at) => aPerson(at.id, { held: [{ office, branchId: at.id }] })),
    ),
  );
  const group = await aGroup(east.id, [leader, member]);
  const other = await aGroup(west.id, [partner]);
  const duties = { chairId: chair, recorderId: recorder, leadReaderId: reader };
  const first = await aMeeting({ branchId: east.id, groupId: group.id, ...duties, people: [{ id: guest, branchId: west.id }] });
  const second = await aMeeting({ branchId: east.id, groupId: group.id, openTo: "branch" });
  const desk = database("desk");
  await desk.insert(meetingParties).values({ meetingId: second, groupId: other.id });
  await desk.insert(forumJudges).values({ meetingId: first, personId: judge });
  await desk.execute(sql`update offices set ended_at = now() where person_id = ${offices[0] ?? 0}`);
  await desk.execute(sql`update group_members set left_at = now() where person_id = ${member}`);
  const everybody = [...people, ...offices];
  const out = new Set(
    (await noLongerInside(everybody.flatMap((personId) => [first, second].map((meetingId) => ({ meetingId, personId }))))).map(
      ({ meetingId, personId }) => `${meetingId} ${personId}`,
    ),
  );
  for (const personId of everybody) {
    const { viewer } = await as(personId);
    for (const meeting of await meetingFacts(database("play"), viewer, sql`true`))
      expect(out.has(`${meeting.id} ${personId}`), `${personId} in ${meeting.id}`).toBe(!can.seeInsideMeeting(viewer, meeting));
  }
});
