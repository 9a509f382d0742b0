// Above 150 lines: the tables of one noun stand together, so that its constraints can be read at once.
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ForumRules } from "#domain/meetings/forum.ts";
import type { AgendaTemplate } from "#domain/meetings/kinds.ts";
import { AGENDA_KINDS, ATTEND_RULES } from "#domain/meetings/kinds.ts";
import { annotations } from "./annotations.ts";
import { instant, ref, rowId } from "./columns.ts";
import { groupPlans, groups, planSections } from "./groups.ts";
import { materials } from "./materials.ts";
import { branches, people } from "./people.ts";
import { questions } from "./questions.ts";
import { tasks } from "./tasks.ts";

/** Kinds of meeting as data: reading session, first item, branch meeting, themed day, joint study, forum, training. */
export const meetingKinds = pgTable("meeting_kinds", {
  key: text().primaryKey(),
  place: integer().notNull(),
  name: text().notNull(),
  nameEn: text().notNull(),
  agenda: jsonb().$type<AgendaTemplate>().notNull(),
  /** Record fields that must not be empty (domain/meetings/record-fields.ts). */
  requiredFields: text().array().notNull().default(sql`'{}'`),
  attend: text({ enum: ATTEND_RULES }).notNull(),
  minutes: integer().notNull(),
  /** Proposes newly published texts (R01). */
  takesNewTexts: boolean().notNull().default(false),
  retiredAt: instant(),
});

/**
 * A meeting (研学活动). Its state is derived from its instants (domain/meetings/state.ts): planned → open (announced) → in_session →
 * minutes_draft → signed → archived; a cancelled one stays to be seen.
 */
export const meetings = pgTable(
  "meetings",
  {
    id: rowId(),
    kind: text()
      .notNull()
      .references(() => meetingKinds.key),
    title: text().notNull(),
    groupId: ref().references(() => groups.id),
    /** The branch it is registered with: the group's, or the branch that holds it. */
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    planId: ref().references(() => groupPlans.id),
    sectionId: ref().references(() => planSections.id),
    /** Of a plan's days, so that planning again finds the meeting of a day. */
    number: integer(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    place: text().notNull().default(""),
    link: text().notNull().default(""),
    intro: text().notNull().default(""),
    leadReaderId: ref().references(() => people.id),
    chairId: ref().references(() => people.id),
    recorderId: ref().references(() => people.id),
    /** Who may see that it is held: those on its list, or the whole subtree of its branch. */
    openTo: text({ enum: ["roster", "branch"] })
      .notNull()
      .default("roster"),
    announcedAt: instant(),
    /** Announced less than seven days ahead, which the announcement says (R25). */
    isShortNotice: boolean().notNull().default(false),
    cancelledAt: instant(),
    cancelReason: text().notNull().default(""),
    openedAt: instant(),
    closedAt: instant(),
    forum: jsonb().$type<ForumRules>(),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    revision: integer().notNull().default(1),
  },
  (t) => [
    index("meetings_by_group").on(t.groupId, t.startsAt),
    index("meetings_by_branch").on(t.branchId, t.startsAt),
    index("meetings_by_start").on(t.startsAt),
    uniqueIndex("meetings_once_a_section_day").on(t.planId, t.number),
    check("meetings_start_before_they_end", sql`${t.startsAt} < ${t.endsAt}`),
    check("meetings_opened_before_closed", sql`${t.openedAt} <= ${t.closedAt}`),
  ],
);

/** What check-in codes are made of; shown to nobody. */
export const meetingSecrets = pgTable("meeting_secrets", {
  meetingId: ref()
    .primaryKey()
    .references(() => meetings.id),
  secret: text().notNull(),
  /** Six digits, read out in the room; drawn anew on wish. */
  code: text().notNull(),
});

/** Groups and branches that meet together with the one it is registered with. */
export const meetingParties = pgTable(
  "meeting_parties",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    groupId: ref().references(() => groups.id),
    branchId: ref().references(() => branches.id),
  },
  (t) => [
    uniqueIndex("meeting_parties_group_once").on(t.meetingId, t.groupId).where(sql`${t.groupId} is not null`),
    uniqueIndex("meeting_parties_branch_once").on(t.meetingId, t.branchId).where(sql`${t.branchId} is not null`),
    check("meeting_parties_one_of_both", sql`num_nonnulls(${t.groupId}, ${t.branchId}) = 1`),
  ],
);

/** The roster: who is to come or may, with the branch of that day, what they replied, and an excuse noted by who leads. */
export const meetingPeople = pgTable(
  "meeting_people",
  {
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    attend: text({ enum: ["required", "invited"] }).notNull(),
    reply: text({ enum: ["yes", "online", "leave"] }),
    replyReason: text().notNull().default(""),
    repliedAt: instant(),
    excusedAt: instant(),
    excusedBy: ref().references(() => people.id),
    excuse: text().notNull().default(""),
    removedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.personId] }), index("meeting_people_by_person").on(t.personId, t.meetingId)],
);

/** Who was there. Late is derived (start + 10 min, D13). No place and no picture is taken. */
export const checkIns = pgTable(
  "check_ins",
  {
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    mode: text({ enum: ["on_site", "online"] }).notNull(),
    how: text({ enum: ["qr", "code", "tick"] }).notNull(),
    checkedInAt: instant().notNull(),
    notedBy: ref().references(() => people.id),
    leftAt: instant(),
    /** Ticked by mistake. */
    withdrawnAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.personId] }), index("check_ins_by_person").on(t.personId)],
);

/** Somebody outside the list who holds the code asks to be let in; whoever runs the meeting answers. */
export const meetingKnocks = pgTable(
  "meeting_knocks",
  {
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    mode: text({ enum: ["on_site", "online"] }).notNull(),
    knockedAt: instant().notNull(),
    answeredAt: instant(),
    answeredBy: ref().references(() => people.id),
    isAdmitted: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.personId] })],
);

export const agendaItems = pgTable(
  "agenda_items",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    place: integer().notNull(),
    kind: text({ enum: AGENDA_KINDS }).notNull(),
    title: text().notNull(),
    minutes: integer().notNull(),
    personId: ref().references(() => people.id),
    materialId: ref().references(() => materials.id),
    /** The passage shown to everybody while the item runs. */
    fromBlock: text().notNull().default(""),
    toBlock: text().notNull().default(""),
    startedAt: instant(),
    endedAt: instant(),
    removedAt: instant(),
  },
  (t) => [index("agenda_items_by_meeting").on(t.meetingId, t.place)],
);

/** Collected for the lead reader before, asked from the floor during; of a forum, put to one presenter. */
export const meetingQuestions = pgTable(
  "meeting_questions",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    body: text().notNull(),
    annotationId: ref().references(() => annotations.id),
    presenterId: ref(),
    createdAt: instant().notNull(),
    answeredAt: instant(),
    deletedAt: instant(),
  },
  (t) => [index("meeting_questions_by_meeting").on(t.meetingId, t.id)],
);

export const speakingQueue = pgTable(
  "speaking_queue",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    askedAt: instant().notNull(),
    calledAt: instant(),
    endedAt: instant(),
  },
  (t) => [
    index("speaking_queue_by_meeting").on(t.meetingId, t.id),
    uniqueIndex("speaking_queue_once").on(t.meetingId, t.personId).where(sql`${t.endedAt} is null`),
  ],
);

/** What somebody said, written by themselves or noted by the recorder. `key`: made by the browser, so that sending again adds nothing. */
export const speeches = pgTable(
  "speeches",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    agendaItemId: ref().references(() => agendaItems.id),
    key: uuid().notNull(),
    body: text().notNull(),
    notedBy: ref()
      .notNull()
      .references(() => people.id),
    spokenAt: instant(),
    createdAt: instant().notNull(),
    savedAt: instant().notNull(),
    revision: integer().notNull().default(1),
    deletedAt: instant(),
  },
  (t) => [uniqueIndex("speeches_key_once").on(t.meetingId, t.key), index("speeches_by_person").on(t.personId, t.meetingId)],
);

/** A question on the spot: `poll` asks for views, `quiz` has a key (in `meeting_poll_keys`), `vote` decides with counts in the record. */
export const meetingPolls = pgTable(
  "meeting_polls",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    agendaItemId: ref().references(() => agendaItems.id),
    kind: text({ enum: ["poll", "quiz", "vote"] }).notNull(),
    question: text().notNull(),
    options: text().array().notNull(),
    isMultiple: boolean().notNull().default(false),
    /** Nobody is told who chose what, the chair neither. */
    isAnonymous: boolean().notNull().default(false),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    openedAt: instant(),
    closedAt: instant(),
    removedAt: instant(),
  },
  (t) => [index("meeting_polls_by_meeting").on(t.meetingId, t.id)],
);

/** Right options of a quiz; the play role cannot read it before the poll is closed (the judge reveals). */
export const meetingPollKeys = pgTable("meeting_poll_keys", {
  pollId: ref()
    .primaryKey()
    .references(() => meetingPolls.id),
  right: integer().array().notNull(),
  explanation: text().notNull().default(""),
});

export const pollAnswers = pgTable(
  "poll_answers",
  {
    pollId: ref()
      .notNull()
      .references(() => meetingPolls.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    choices: integer().array().notNull(),
    answeredAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.pollId, t.personId] })],
);

/** A decision of a meeting; with an owner it becomes a task. */
export const meetingDecisions = pgTable(
  "meeting_decisions",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    body: text().notNull(),
    ownerId: ref().references(() => people.id),
    dueAt: instant(),
    taskId: ref().references(() => tasks.id),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [index("meeting_decisions_by_meeting").on(t.meetingId, t.id)],
);

/** What somebody takes away; becomes a draft question in the bank's review queue when they wish so. */
export const takeaways = pgTable(
  "takeaways",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    body: text().notNull(),
    questionId: ref().references(() => questions.id),
    createdAt: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [index("takeaways_by_meeting").on(t.meetingId, t.id)],
);

/** Something an open meeting page must hear of; the feed polls it by id. */
export const meetingChanges = pgTable("meeting_changes", {
  id: rowId(),
  meetingId: ref()
    .notNull()
    .references(() => meetings.id),
  change: text().notNull(),
  changedAt: instant().notNull(),
});

/** Presenters of a forum; `lot` is their place by lot, drawn once. */
export const forumPresenters = pgTable(
  "forum_presenters",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    personId: ref().references(() => people.id),
    name: text().notNull(),
    topic: text().notNull().default(""),
    lot: integer(),
    startedAt: instant(),
    endedAt: instant(),
    removedAt: instant(),
  },
  (t) => [uniqueIndex("forum_presenters_lot_once").on(t.meetingId, t.lot)],
);

export const forumJudges = pgTable(
  "forum_judges",
  {
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    removedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.personId] })],
);

/** A judge's score of a presenter in milli-points; the judge may change it until the result is closed. */
export const forumScores = pgTable(
  "forum_scores",
  {
    presenterId: ref()
      .notNull()
      .references(() => forumPresenters.id),
    judgeId: ref()
      .notNull()
      .references(() => people.id),
    milli: integer().notNull(),
    scoredAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.presenterId, t.judgeId] }), check("forum_scores_not_negative", sql`${t.milli} >= 0`)],
);

/** A swap of two meetings' lead readers, asked by one and agreed to by the other (D13). */
export const rotaSwaps = pgTable(
  "rota_swaps",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    withMeetingId: ref()
      .notNull()
      .references(() => meetings.id),
    askedBy: ref()
      .notNull()
      .references(() => people.id),
    askedOf: ref()
      .notNull()
      .references(() => people.id),
    askedAt: instant().notNull(),
    /** When the two were to begin: a meeting that has moved since is not swapped unseen. */
    startsAt: instant().notNull(),
    withStartsAt: instant().notNull(),
    acceptedAt: instant(),
    declinedAt: instant(),
    withdrawnAt: instant(),
  },
  (t) => [
    check("rota_swaps_end_one_way", sql`num_nonnulls(${t.acceptedAt}, ${t.declinedAt}, ${t.withdrawnAt}) <= 1`),
    check("rota_swaps_two_meetings", sql`${t.meetingId} <> ${t.withMeetingId}`),
    uniqueIndex("rota_swaps_open_once")
      .on(t.meetingId)
      .where(sql`${t.acceptedAt} is null and ${t.declinedAt} is null and ${t.withdrawnAt} is null`),
  ],
);

/** Whoever holds the token reads the calendar of its owner; it can be drawn anew. */
export const calendarFeeds = pgTable("calendar_feeds", {
  personId: ref()
    .primaryKey()
    .references(() => people.id),
  tokenHash: text().notNull().unique("calendar_feeds_token_once"),
  createdAt: instant().notNull(),
});
