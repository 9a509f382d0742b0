// Above 150 lines: the tables of a game are read together.
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { GAME_ACTS, GAME_STAGES } from "#domain/games/game-clock.ts";
import { ASK_STATES, PROMPT_KINDS, WORD_STATES } from "#domain/games/prompts.ts";
import type { GameRules } from "#domain/games/rules.ts";
import type { Response } from "#domain/questions/question.ts";
import { instant, ref, rowId } from "./columns.ts";
import { branches, people } from "./people.ts";
import { questionVersions } from "./questions.ts";

/** A quiz in a room: one question for everybody at a time, turned by a host. Where it stands follows from its row and the clock alone. */
export const games = pgTable(
  "games",
  {
    id: rowId(),
    /** Six digits that open it while it is not over. */
    code: text().notNull(),
    title: text().notNull(),
    /** Owner and audience: the subtree of this branch. */
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    rules: jsonb().$type<GameRules>().notNull(),
    versionIds: bigint({ mode: "number" }).array().notNull(),
    /** Milli-points of each question. */
    worths: integer().array().notNull(),
    teams: text().array().notNull().default(sql`'{}'`),
    stage: text({ enum: GAME_STAGES }).notNull().default("lobby"),
    /** From 0; of the lobby the first. */
    questionNo: integer().notNull().default(0),
    /** Grows with every act of a host: who acts names the one seen, so ten presses move one step. */
    stateSeq: integer().notNull().default(0),
    /** When answers to the question open and close; moved by as long as a pause lasted. */
    opensAt: instant(),
    closesAt: instant(),
    pausedAt: instant(),
    /** When the host means to go on after a break: told to the room, and nothing happens by itself. */
    resumesAt: instant(),
    /** What the room is asked beside the questions at this moment, open or with what came of it. */
    promptId: ref().references((): AnyPgColumn => gamePrompts.id),
    createdBy: ref()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    startedAt: instant(),
    endedAt: instant(),
    /** Of how many questions the wrong answers have gone into the wrong-books, once it is over. */
    notedQuestions: integer().notNull().default(0),
  },
  (t) => [
    index("games_to_note")
      .on(t.endedAt)
      .where(sql`${t.endedAt} is not null and ${t.startedAt} is not null and ${t.notedQuestions} <= ${t.questionNo}`),
    uniqueIndex("games_code_while_open").on(t.code).where(sql`${t.endedAt} is null`),
    index("games_by_branch").on(t.branchId, t.id),
    check("games_over_when_ended", sql`(${t.stage} = 'over') = (${t.endedAt} is not null)`),
    check("games_open_before_they_close", sql`${t.opensAt} <= ${t.closesAt}`),
    check("games_question_there", sql`${t.questionNo} >= 0 and ${t.questionNo} < cardinality(${t.versionIds})`),
    check("games_worth_each", sql`cardinality(${t.worths}) = cardinality(${t.versionIds})`),
  ],
);

/** What a host did, one row for each number of the state: two consoles cannot both have made the same step. */
export const gameMoves = pgTable(
  "game_moves",
  {
    gameId: ref()
      .notNull()
      .references(() => games.id),
    stateSeq: integer().notNull(),
    act: text({ enum: GAME_ACTS }).notNull(),
    questionNo: integer().notNull(),
    /** Null: by itself, as the rules it was made with print. */
    movedBy: ref().references(() => people.id),
    movedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.gameId, t.stateSeq] }), index("game_moves_by_person").on(t.movedBy)],
);

export const gamePlayers = pgTable(
  "game_players",
  {
    id: rowId(),
    gameId: ref()
      .notNull()
      .references(() => games.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    /** Which of the game's teams, from 0. */
    team: integer(),
    isCaptain: boolean().notNull().default(false),
    /** The personal time factor (D16) as it was on joining. */
    timePercent: integer().notNull(),
    joinedAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    unique("game_players_once").on(t.gameId, t.personId),
    uniqueIndex("game_players_one_captain").on(t.gameId, t.team).where(sql`${t.isCaptain} and ${t.removedAt} is null`),
    index("game_players_by_person").on(t.personId),
  ],
);

/** The answer that stands: the first one, or the last where the host allows changes. */
export const gameAnswers = pgTable(
  "game_answers",
  {
    gameId: ref()
      .notNull()
      .references(() => games.id),
    questionNo: integer().notNull(),
    playerId: ref()
      .notNull()
      .references(() => gamePlayers.id),
    versionId: ref()
      .notNull()
      .references(() => questionVersions.id),
    response: jsonb().$type<Response>().notNull(),
    seq: integer().notNull(),
    receivedAt: instant().notNull(),
    /** From the opening to the receipt, less half the round trip (D3). */
    responseMs: integer().notNull(),
    milli: integer().notNull(),
    isRight: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.gameId, t.questionNo, t.playerId] }), index("game_answers_by_player").on(t.playerId)],
);

/** Every answer that came in time to be weighed, and what became of it. Append only. */
export const gameAnswerEvents = pgTable(
  "game_answer_events",
  {
    id: rowId(),
    gameId: ref()
      .notNull()
      .references(() => games.id),
    questionNo: integer().notNull(),
    playerId: ref()
      .notNull()
      .references(() => gamePlayers.id),
    seq: integer().notNull(),
    response: jsonb().$type<Response>(),
    receivedAt: instant().notNull(),
    outcome: text({ enum: ["saved", "stands"] }).notNull(),
  },
  (t) => [index("game_answer_events_by_player").on(t.playerId)],
);

/** What the room was asked beside the questions: a poll, words for a cloud, or what it would ask itself. */
export const gamePrompts = pgTable(
  "game_prompts",
  {
    id: rowId(),
    gameId: ref()
      .notNull()
      .references(() => games.id),
    kind: text({ enum: PROMPT_KINDS }).notNull(),
    title: text().notNull(),
    /** Of a poll. */
    options: text().array().notNull().default(sql`'{}'`),
    openedBy: ref()
      .notNull()
      .references(() => people.id),
    openedAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [index("game_prompts_by_game").on(t.gameId, t.id)],
);

/** What a player said to a poll or for a cloud; what was said last while it was open stands. */
export const gameSays = pgTable(
  "game_says",
  {
    promptId: ref()
      .notNull()
      .references(() => gamePrompts.id),
    playerId: ref()
      .notNull()
      .references(() => gamePlayers.id),
    pick: integer(),
    words: text().array(),
    saidAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.promptId, t.playerId] }),
    index("game_says_by_player").on(t.playerId),
    check("game_says_one_thing", sql`(${t.pick} is null) <> (${t.words} is null)`),
  ],
);

/** Which words of a cloud the host has shown or put away; of one that is not here nobody has decided, and the room does not see it. */
export const gameWords = pgTable(
  "game_words",
  {
    promptId: ref()
      .notNull()
      .references(() => gamePrompts.id),
    /** The word as it is counted (domain/games/prompts.ts). */
    word: text().notNull(),
    state: text({ enum: WORD_STATES }).notNull(),
    decidedBy: ref()
      .notNull()
      .references(() => people.id),
    decidedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.promptId, t.word] }), index("game_words_by_person").on(t.decidedBy)],
);

/** A question from the room. Seen by the host alone until it is shown. */
export const gameAsks = pgTable(
  "game_asks",
  {
    id: rowId(),
    promptId: ref()
      .notNull()
      .references(() => gamePrompts.id),
    playerId: ref()
      .notNull()
      .references(() => gamePlayers.id),
    body: text().notNull(),
    askedAt: instant().notNull(),
    state: text({ enum: ASK_STATES }).notNull().default("waiting"),
    decidedBy: ref().references(() => people.id),
    decidedAt: instant(),
  },
  (t) => [unique("game_asks_once").on(t.promptId, t.playerId, t.body), index("game_asks_by_player").on(t.playerId)],
);

/** Who would like to hear it answered too. */
export const gameAskVotes = pgTable(
  "game_ask_votes",
  {
    askId: ref()
      .notNull()
      .references(() => gameAsks.id),
    playerId: ref()
      .notNull()
      .references(() => gamePlayers.id),
    isOn: boolean().notNull(),
    votedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.askId, t.playerId] }), index("game_ask_votes_by_player").on(t.playerId)],
);

/** How many each live process still waits for at the open question: answers close by themselves when all of them wait for nobody. */
export const gameWaits = pgTable(
  "game_waits",
  {
    gameId: ref()
      .notNull()
      .references(() => games.id),
    process: text().notNull(),
    stateSeq: integer().notNull(),
    waiting: integer().notNull(),
    toldAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.gameId, t.process] })],
);
