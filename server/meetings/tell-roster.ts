import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { wallAt } from "#domain/groups/wall-clock.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import type { MeetingFacts } from "./meeting-facts.ts";

/** A meeting's start as a notice says it, on the organisation's clock: `2026-12-03 14:30`. */
export const whenOf = (at: Date): string => {
  const { day, clock } = wallAt(at, "Asia/Shanghai");
  return `${day} ${clock}`;
};

type Telling = Readonly<{
  kind: "meeting-announced" | "meeting-short-notice" | "meeting-changed" | "meeting-cancelled" | "meeting-soon";
  params?: Readonly<Record<string, string>>;
  now: Date;
  /** Only these of the list. */
  only?: readonly number[];
  dedupe?: string;
}>;

/** Tells those on a meeting's list; who asked for leave is not reminded, but hears of every change. Returns how many were told. */
export async function tellRoster(tx: Tx, meeting: Pick<MeetingFacts, "id" | "title" | "startsAt">, telling: Telling): Promise<number> {
  const { kind, params = {}, now, only, dedupe } = telling;
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    select person_id from meeting_people where meeting_id = ${meeting.id} and removed_at is null
      and (${kind !== "meeting-soon"} or reply is distinct from 'leave')
      and (${only === undefined} or person_id = any(${sql.param([...(only ?? [])])}::bigint[]))`);
  return giveNotice(tx, {
    personIds: rows.map(({ person_id }) => Number(person_id)),
    ...{ kind, params: { title: meeting.title, when: whenOf(meeting.startsAt), ...params }, path: `/meetings/${meeting.id}`, now },
    ...(dedupe !== undefined && { dedupe }),
  });
}
