import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { meetingKinds } from "#db/schema/meetings.ts";
import { daysOf, type PlanDay } from "#domain/groups/days-of.ts";
import type { Recurrence } from "#domain/groups/recurrence.ts";
import { imbalanceOf, type RotaNote, rotaOf } from "#domain/groups/rota-of.ts";
import { wallAt } from "#domain/groups/wall-clock.ts";
import type { Member } from "#domain/people/viewer.ts";
import { fieldRefusal } from "#server/verb.ts";
import { comingMeetings } from "./coming-meetings.ts";
import { type DraftSection, draftSections } from "./draft-sections.ts";
import { type PlanWishes, ruleOf } from "./plan-fields.ts";
import { rotaQuestion } from "./rota-question.ts";

type Group = Readonly<{ id: number; slug: string }>;
export type DraftMeeting = PlanDay & Readonly<{ section: number | null; leaderId: number | null; note: RotaNote }>;

/** A kind of meeting that can be planned. */
export async function findKind(tx: Tx, key: string) {
  const [kind] = await tx
    .select()
    .from(meetingKinds)
    .where(and(eq(meetingKinds.key, key), isNull(meetingKinds.retiredAt)));
  return kind;
}
export type Kind = NonNullable<Awaited<ReturnType<typeof findKind>>>;

/** Who would lead these days, beside what the group has planned already. */
async function turnsOn(tx: Tx, group: Group, days: readonly PlanDay[], now: Date) {
  const question = await rotaQuestion(tx, group, now);
  const others = (await comingMeetings(tx, group.id, now)).map(({ startsAt, rule, leadReaderId }) => ({
    ...{ startsAt, day: wallAt(startsAt, rule.zone).day, fixed: leadReaderId, at: -1 },
  }));
  const own = days.map(({ startsAt, day }, at) => ({ startsAt, day, fixed: null, at }));
  const meetings = [...others.filter(({ fixed }) => fixed !== null), ...own].sort(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
  );
  const turns = rotaOf({ ...question, meetings });
  const byDay = new Map(meetings.map(({ at }, place) => [at, turns[place]]));
  return { members: question.members, turns: days.map((_day, at) => byDay.get(at) ?? { personId: null, note: null }) };
}

export type DraftedPlan = Readonly<{
  rule: Recurrence;
  kind: Kind;
  sections: readonly DraftSection[];
  meetings: readonly DraftMeeting[];
  members: readonly Readonly<{ id: number; name: string }>[];
  imbalance: number;
}>;

/** A plan worked out, before anything is saved: its days, what is read on each, who leads it. Refused at the field that is wrong. */
export async function draftPlan(tx: Tx, group: Group, wishes: PlanWishes, viewer: Member, now: Date): Promise<DraftedPlan> {
  const rule = ruleOf(wishes);
  const kind = await findKind(tx, wishes.kind);
  if (!kind) throw fieldRefusal("kind", "invalid_value");
  const days = daysOf(rule, wishes.startsOn, wishes.endsOn);
  if (days.some(({ startsAt }) => startsAt <= now)) throw fieldRefusal("startsOn", "plan-in-the-past");
  const sections = await draftSections(tx, wishes, viewer);
  if (sections.length > days.length)
    throw fieldRefusal("sections", "more-sections-than-days", { sections: sections.length, days: days.length });
  const { members, turns } = await turnsOn(tx, group, days, now);
  const meetings = days.map((day, at) => ({
    ...day,
    section: at < sections.length ? at : null,
    leaderId: turns[at]?.personId ?? null,
    note: turns[at]?.note ?? null,
  }));
  const imbalance = imbalanceOf(
    members.map(({ id }) => id),
    meetings.map(({ leaderId }) => leaderId),
  );
  return { rule, kind, sections, meetings, members, imbalance };
}
