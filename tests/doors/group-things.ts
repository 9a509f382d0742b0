import { createHash } from "node:crypto";

/** What an address of groups and meetings can name: a private group led by one person, with everything that belongs to it. */
export type GroupThings = {
  /** The token of the person's calendar. */
  feed: string;
  /** Asked in the meeting that is over. */
  oldQuestion: number;
  /** Private; led by the person; `groupSpare` is there to be closed. */
  group: string;
  groupSpare: string;
  /** Another member of the group. */
  fellow: number;
  plan: number;
  section: number;
  absence: number;
  bookVote: number;
  nominee: number;
  /** Chosen in a vote. */
  oldNominee: number;
  /** Announced, in five days; the person is on its list, chairs and records it and judges its forum. The spare one is there to be cancelled. */
  meeting: number;
  meetingSpare: number;
  /** Running now. */
  meetingNow: number;
  /** Over since an hour, its record a draft. Over for long, its record locked. */
  meetingOver: number;
  meetingLocked: number;
  /** A swap the person is asked for, and one the person asked. */
  swap: number;
  swapAsked: number;
  agendaItem: number;
  meetingQuestion: number;
  speech: number;
  poll: number;
  decision: number;
  takeaway: number;
  presenter: number;
  /** There to be taken off. */
  presenterSpare: number;
  /** Somebody who asked to speak in the running meeting. */
  queueEntry: number;
  yearbook: number;
};

/** Names of nothing. */
export const NO_GROUP_THINGS: GroupThings = {
  ...{ feed: "no-such-token", oldQuestion: 9e12, oldNominee: 9e12 },
  ...{ group: "no-such-thing", groupSpare: "no-such-thing", fellow: 9e12, plan: 9e12, section: 9e12, absence: 9e12 },
  ...{ bookVote: 9e12, nominee: 9e12, meeting: 9e12, meetingSpare: 9e12, meetingNow: 9e12, meetingOver: 9e12, meetingLocked: 9e12 },
  ...{ swap: 9e12, swapAsked: 9e12, agendaItem: 9e12, meetingQuestion: 9e12, speech: 9e12, poll: 9e12, decision: 9e12, takeaway: 9e12 },
  ...{ presenter: 9e12, presenterSpare: 9e12, queueEntry: 9e12, yearbook: 9e12 },
};

type One = <T = number>(text: string, values?: unknown[]) => Promise<T>;

const RULE = JSON.stringify({
  ...{ every: "month", interval: 1, weekdays: [4], nth: [1, 3], startClock: "14:30", minutes: 90 },
  ...{ zone: "Asia/Shanghai", except: [], also: [] },
});
const FORUM = JSON.stringify({
  ...{ limitMs: 480000, warnMs: 60000, maxMilli: 100000, dropHighest: 1, dropLowest: 1, tie: "sum_of_all", seed: "", closedAt: null },
});

/** Makes them in a branch, in SQL, so that no rule under test has a say in it. */
export async function groupThings(one: One, tag: string, of: number, fellow: number, at: number): Promise<GroupThings> {
  const group = async (name: string) => {
    const slug = `${tag}-g-${of}-${name}`;
    const id = await one(
      "insert into groups (slug, name, branch_id, created_at) values ($1, $1, $2, now() - interval '90 days') returning id",
      [slug, at],
    );
    const joined = `insert into group_members (group_id, person_id, role, joined_at) values ($1, $2, $3, now() - interval '90 days') returning id`;
    await one(joined, [id, of, "leader"]);
    await one(joined, [id, fellow, "member"]);
    return { id, slug };
  };
  const { id: groupId, slug } = await group("a");
  const plan = await one(
    `insert into group_plans (group_id, title, starts_on, ends_on, rule, kind, created_at)
     values ($1, '本期研读', current_date - 60, current_date + 60, $2, 'reading', now()) returning id`,
    [groupId, RULE],
  );
  const section = await one("insert into plan_sections (plan_id, place, title) values ($1, 0, '第一讲') returning id", [plan]);
  let number = 0;
  const meeting = async (starts: string, announced: boolean, lead: number) => {
    number += 1;
    const id = await one(
      `insert into meetings (kind, title, group_id, branch_id, plan_id, section_id, number, starts_at, ends_at, lead_reader_id, chair_id,
         recorder_id, announced_at, forum, created_at)
       values ('reading', '读书会', $1, $2, $3, $4, $5, now() + $6::interval, now() + $6::interval + interval '2 hours', $7, $8, $8,
         case when $9 then now() - interval '80 days' end, $10, now() - interval '80 days') returning id`,
      [groupId, at, plan, section, number, starts, lead, of, announced, FORUM],
    );
    for (const person of [of, fellow])
      await one(
        `insert into meeting_people (meeting_id, person_id, branch_id, attend) select $1, id, branch_id, 'required' from people where id = $2 returning person_id`,
        [id, person],
      );
    await one("insert into forum_judges (meeting_id, person_id) values ($1, $2) returning person_id", [id, of]);
    return id;
  };
  const record = async (id: number, locked: boolean) =>
    one(
      `insert into meeting_records (meeting_id, fields, created_at, saved_at, locked_at) values ($1, '{}', now(), now(), case when $2 then now() end) returning meeting_id`,
      [id, locked],
    );
  const open = await meeting("5 days", true, of);
  const theirs = await meeting("12 days", true, fellow);
  const running = await meeting("-30 minutes", true, of);
  await one("update meetings set opened_at = now() - interval '30 minutes' where id = $1 returning id", [running]);
  const over = await meeting("-3 hours", true, of);
  const locked = await meeting("-30 days", true, of);
  await one("update meetings set opened_at = starts_at, closed_at = ends_at where id = any($1::bigint[]) returning id", [[over, locked]]);
  const agenda = (id: number) =>
    one("insert into agenda_items (meeting_id, place, kind, title, minutes) values ($1, 0, 'reading', '导读', 20) returning id", [id]);
  const [agendaItem] = [await agenda(running), await agenda(open), await agenda(over)];
  const said = { by: of, meeting: running };
  const feed = `${tag}-feed-${of}-${groupId}`;
  await one(
    "insert into calendar_feeds (person_id, token_hash, created_at) values ($1, $2, now()) on conflict (person_id) do update set token_hash = excluded.token_hash returning person_id",
    [of, createHash("sha256").update(`feed ${feed}`).digest("hex")],
  );
  await one("update agenda_items set started_at = now() where id = $1 returning id", [agendaItem]);
  const bookVote = await one(
    "insert into book_votes (group_id, opens_at, closes_at, created_at) values ($1, now() - interval '1 day', now() + interval '5 days', now()) returning id",
    [groupId],
  );
  const things: GroupThings = {
    feed,
    oldNominee: await one(
      `insert into book_nominees (group_id, title, nominated_by, nominated_at, chosen_in)
       select $1, '上期的书', $2, now(), id from book_votes where group_id = $1 limit 1 returning id`,
      [groupId, of],
    ),
    oldQuestion: await one(
      "insert into meeting_questions (meeting_id, person_id, body, created_at) values ($1, $2, '会上没有来得及问', now()) returning id",
      [over, of],
    ),
    ...{ group: slug, groupSpare: (await group("b")).slug, fellow, plan, section },
    absence: await one(
      "insert into rota_absences (group_id, person_id, from_day, to_day, created_at) values ($1, $2, current_date, current_date + 3, now()) returning id",
      [groupId, of],
    ),
    bookVote,
    nominee: await one(
      "insert into book_nominees (group_id, title, nominated_by, nominated_at) values ($1, '一本书', $2, now()) returning id",
      [groupId, of],
    ),
    ...{ meeting: open, meetingSpare: await meeting("6 days", true, of), meetingNow: running, meetingOver: over, meetingLocked: locked },
    swap: await one(
      `insert into rota_swaps (meeting_id, with_meeting_id, asked_by, asked_of, asked_at, starts_at, with_starts_at)
       select $1, $2, $3, $4, now(), a.starts_at, b.starts_at from meetings a, meetings b where a.id = $1 and b.id = $2 returning id`,
      [theirs, open, fellow, of],
    ),
    swapAsked: await one(
      `insert into rota_swaps (meeting_id, with_meeting_id, asked_by, asked_of, asked_at, starts_at, with_starts_at)
       select $2, $1, $4, $3, now(), a.starts_at, b.starts_at from meetings a, meetings b where a.id = $2 and b.id = $1 returning id`,
      [theirs, open, fellow, of],
    ),
    agendaItem: agendaItem ?? 0,
    meetingQuestion: await one(
      "insert into meeting_questions (meeting_id, person_id, body, created_at) values ($1, $2, '这一段怎么理解', now()) returning id",
      [said.meeting, said.by],
    ),
    speech: await one(
      `insert into speeches (meeting_id, person_id, key, body, noted_by, created_at, saved_at)
       values ($1, $2, gen_random_uuid(), '谈一点体会', $2, now(), now()) returning id`,
      [said.meeting, said.by],
    ),
    poll: await one(
      `insert into meeting_polls (meeting_id, kind, question, options, created_at, opened_at)
       values ($1, 'poll', '下次读哪一篇', array['甲', '乙'], now(), now()) returning id`,
      [said.meeting],
    ),
    decision: await one("insert into meeting_decisions (meeting_id, body, created_at) values ($1, '分头落实', now()) returning id", [over]),
    takeaway: await one("insert into takeaways (meeting_id, person_id, body, created_at) values ($1, $2, '一点收获', now()) returning id", [
      over,
      said.by,
    ]),
    presenter: await one("insert into forum_presenters (meeting_id, name) values ($1, '甲') returning id", [running]),
    presenterSpare: await one("insert into forum_presenters (meeting_id, name) values ($1, '乙') returning id", [running]),
    queueEntry: await one("insert into speaking_queue (meeting_id, person_id, asked_at) values ($1, $2, now()) returning id", [
      running,
      fellow,
    ]),
    yearbook: await one(
      "insert into yearbooks (group_id, branch_id, year, title, created_at) values ($1, $2, 2026, '年度结集', now()) returning id",
      [groupId, at],
    ),
  };
  await record(over, false);
  await record(locked, true);
  return things;
}
