// One file, long because it is one reply: everything that is kept about a person, table by table.
import { and, asc, eq, getTableColumns, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { answers, attempts, itemTries } from "#db/schema/attempts.ts";
import { certificates } from "#db/schema/certificates.ts";
import { contests, entries, standings } from "#db/schema/contests.ts";
import { files } from "#db/schema/files.ts";
import { materials, readings } from "#db/schema/materials.ts";
import { branches, complaints, offices, people, personMoves, sessions } from "#db/schema/people.ts";
import { outcomes } from "#db/schema/programmes.ts";
import { rehearsals } from "#db/schema/rehearsals.ts";
import { checkAnswers } from "#db/schema/reviews.ts";
import { can } from "#domain/access.ts";
import { myArenaData } from "#server/arenas/my-arena-data.ts";
import { myGameData } from "#server/games/my-game-data.ts";
import { myGroupData } from "#server/groups/my-group-data.ts";
import { myHallData } from "#server/halls/my-hall-data.ts";
import { myIntegrityData } from "#server/integrity/my-integrity-data.ts";
import { myMatchData } from "#server/matches/my-match-data.ts";
import { myMeetingData } from "#server/meetings/my-meeting-data.ts";
import { myPointData } from "#server/points/my-point-data.ts";
import { myPracticeData } from "#server/practices/my-practice-data.ts";
import { myProgrammeData } from "#server/programmes/my-programme-data.ts";
import { myImportData } from "#server/question-imports/my-import-data.ts";
import { myReportsOf } from "#server/question-reports/my-reports.ts";
import { myRecordData } from "#server/records/my-record-data.ts";
import { myReviewData } from "#server/reviews/my-review-data.ts";
import { myRoomData } from "#server/room/my-room-data.ts";
import { myTaskData } from "#server/tasks/my-task-data.ts";
import { myTeamData } from "#server/teams/my-team-data.ts";
import { query } from "#server/verb.ts";
import { listWritings } from "./list-writings.ts";

const rows = z.array(z.record(z.string(), z.unknown()));

async function profileOf(db: Db, personId: number) {
  const { passwordHash: _passwordHash, ...columns } = getTableColumns(people);
  const [profile] = await db
    .select({ ...columns, branch: branches.name })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(eq(people.id, personId));
  return profile ?? {};
}

/** The answers as given. Rightness is not in it: the play role cannot read it, and an open contest must not be told by an export. */
async function listAnswers(db: Db, personId: number) {
  const { attemptId, slot, response, receivedAt } = answers;
  return db
    .select({ attemptId, slot, response, receivedAt })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, attemptId))
    .where(eq(attempts.personId, personId))
    .orderBy(asc(attemptId), asc(slot));
}

/** Tries of questions that are judged at once, as given. */
async function listTries(db: Db, personId: number) {
  const { attemptId, slot, number, response, receivedAt } = itemTries;
  return db
    .select({ attemptId, slot, number, response, receivedAt })
    .from(itemTries)
    .innerJoin(attempts, eq(attempts.id, attemptId))
    .where(eq(attempts.personId, personId))
    .orderBy(asc(attemptId), asc(slot), asc(number));
}

/** Results of contests whose results were published. */
async function listResults(db: Db, personId: number) {
  const { scoreMilli, rightCount, totalMs, counts } = standings;
  return db
    .select({ contest: contests.slug, title: contests.title, scoreMilli, rightCount, totalMs, counts })
    .from(standings)
    .innerJoin(entries, eq(entries.id, standings.entryId))
    .innerJoin(contests, eq(contests.id, standings.contestId))
    .where(and(eq(entries.personId, personId), isNotNull(contests.resultsAt)));
}

async function listCertificates(db: Db, personId: number) {
  const { serial, snapshot, issuedAt, revokedAt, revocationReason } = certificates;
  return db
    .select({ serial, snapshot, issuedAt, revokedAt, revocationReason })
    .from(certificates)
    .where(eq(certificates.personId, personId))
    .orderBy(asc(certificates.id));
}

async function listStudy(db: Db, personId: number) {
  const { paragraph, savedAt } = readings;
  const attempt = {
    id: attempts.id,
    number: attempts.number,
    startedAt: attempts.startedAt,
    finishedAt: attempts.finishedAt,
    state: attempts.state,
  };
  return {
    files: await db
      .select({ name: files.name, contentType: files.contentType, size: files.size, createdAt: files.createdAt })
      .from(files)
      .where(eq(files.createdBy, personId)),
    readings: await db
      .select({ material: materials.slug, paragraph, savedAt })
      .from(readings)
      .innerJoin(materials, eq(materials.id, readings.materialId))
      .where(eq(readings.personId, personId)),
    entries: await db
      .select({ contest: contests.slug, title: contests.title, enteredAt: entries.enteredAt })
      .from(entries)
      .innerJoin(contests, eq(contests.id, entries.contestId))
      .where(eq(entries.personId, personId)),
    rehearsals: await db
      .select({ contest: contests.slug, title: contests.title, attempt: rehearsals.attemptId, number: rehearsals.number })
      .from(rehearsals)
      .innerJoin(contests, eq(contests.id, rehearsals.contestId))
      .where(eq(rehearsals.personId, personId)),
    attempts: await db.select(attempt).from(attempts).where(eq(attempts.personId, personId)).orderBy(asc(attempts.id)),
    answers: await listAnswers(db, personId),
    tries: await listTries(db, personId),
    results: await listResults(db, personId),
  };
}

/** Answers to questions in texts with their verdicts (told at once), and what was completed. */
async function listUnderstanding(db: Db, personId: number) {
  const { questionVersionId, response, isRight, answeredAt } = checkAnswers;
  const { kind, subjectId, completedAt, best, bestAt } = outcomes;
  return {
    checkAnswers: await db
      .select({ material: materials.slug, questionVersionId, response, isRight, answeredAt })
      .from(checkAnswers)
      .innerJoin(materials, eq(materials.id, checkAnswers.materialId))
      .where(eq(checkAnswers.personId, personId))
      .orderBy(asc(checkAnswers.id)),
    outcomes: await db.select({ kind, subjectId, completedAt, best, bestAt }).from(outcomes).where(eq(outcomes.personId, personId)),
  };
}

/** Everything this installation keeps about oneself, and nothing about others (TH1). */
export const exportMyData = query({
  at: "GET /api/me/export",
  input: z.strictObject({}),
  output: z.object({
    exportedAt: z.date(),
    profile: z.record(z.string(), z.unknown()),
    offices: rows,
    moves: rows,
    sessions: rows,
    complaints: rows,
    files: rows,
    readings: rows,
    entries: rows,
    rehearsals: rows,
    attempts: rows,
    answers: rows,
    tries: rows,
    results: rows,
    teams: rows,
    promotions: rows,
    awards: rows,
    checkAnswers: rows,
    reviewCards: rows,
    reviews: rows,
    reviewSettings: rows,
    ruledMistakes: rows,
    practices: rows,
    practiceAnswers: rows,
    favourites: rows,
    games: rows,
    gameAnswers: rows,
    gameSays: rows,
    gameAsks: rows,
    gameAskVotes: rows,
    matches: rows,
    matchAnswers: rows,
    matchRatings: rows,
    matchQueue: rows,
    arenas: rows,
    arenaStrikes: rows,
    halls: rows,
    hallEvents: rows,
    absences: rows,
    absenceNotes: rows,
    contestQuestions: rows,
    sanctions: rows,
    points: rows,
    outcomes: rows,
    certificates: rows,
    quizAttempts: rows,
    attendances: rows,
    openPointsOwned: rows,
    openPointsWritten: rows,
    tasks: rows,
    evidence: rows,
    meetings: rows,
    meetingQuestions: rows,
    meetingDuties: rows,
    calendarFeed: rows,
    flagNotes: rows,
    notices: rows,
    reminders: rows,
    contacts: rows,
    annotations: rows,
    annotationReplies: rows,
    annotationVotes: rows,
    reflections: rows,
    reflectionComments: rows,
    reflectionKeeps: rows,
    recordEdits: rows,
    recordSignatures: rows,
    recordAddenda: rows,
    groups: rows,
    rotaAbsences: rows,
    rotaSwaps: rows,
    booksNominated: rows,
    bookBallots: rows,
    checkIns: rows,
    speakingQueue: rows,
    speeches: rows,
    pollAnswers: rows,
    forumScores: rows,
    questionImports: rows,
    questionReports: rows,
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer: { personId }, now }) {
    const office = { office: offices.office, branch: branches.name, grantedAt: offices.grantedAt, endedAt: offices.endedAt };
    const complaint = { body: complaints.body, createdAt: complaints.createdAt, reply: complaints.reply, repliedAt: complaints.repliedAt };
    const session = { device: sessions.device, createdAt: sessions.createdAt, seenAt: sessions.seenAt, revokedAt: sessions.revokedAt };
    const moved = { fromBranchId: personMoves.fromBranchId, toBranchId: personMoves.toBranchId, movedAt: personMoves.movedAt };
    return {
      exportedAt: now,
      profile: await profileOf(db, personId),
      offices: await db
        .select(office)
        .from(offices)
        .innerJoin(branches, eq(branches.id, offices.branchId))
        .where(eq(offices.personId, personId)),
      moves: await db.select(moved).from(personMoves).where(eq(personMoves.personId, personId)),
      sessions: await db.select(session).from(sessions).where(eq(sessions.personId, personId)),
      complaints: await db.select(complaint).from(complaints).where(eq(complaints.personId, personId)),
      ...(await listStudy(db, personId)),
      ...(await listUnderstanding(db, personId)),
      ...(await myReviewData(db, personId)),
      ...(await myPracticeData(db, personId)),
      ...(await myMatchData(db, personId)),
      ...(await myArenaData(db, personId)),
      ...(await myHallData(db, personId)),
      ...(await myGameData(db, personId)),
      ...(await myIntegrityData(db, personId)),
      ...(await myPointData(db, personId)),
      certificates: await listCertificates(db, personId),
      ...(await myTaskData(db, personId)),
      ...(await listWritings(db, personId)),
      ...(await myProgrammeData(db, personId)),
      ...(await myTeamData(db, personId)),
      ...(await myGroupData(db, personId)),
      ...(await myRoomData(db, personId)),
      ...(await myRecordData(db, personId)),
      ...(await myMeetingData(db, personId)),
      ...(await myImportData(db, personId)),
      questionReports: await myReportsOf(db, personId),
    };
  },
});
