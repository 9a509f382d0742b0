import { closePools } from "#db/client.ts";
import { closeArenas } from "#server/arenas/close-arenas.ts";
import { closeAnswerPool } from "#server/attempts/answer-pool.ts";
import { endAbandonedGames } from "#server/games/end-abandoned-games.ts";
import { noteGameMistakes } from "#server/games/note-game-mistakes.ts";
import { endOverdueAttempts } from "#server/jobs/end-overdue-attempts.ts";
import { noteContestMistakes } from "#server/jobs/note-contest-mistakes.ts";
import { closeContests, freezeBoards, openContests } from "#server/jobs/open-and-close-contests.ts";
import { planNightly } from "#server/jobs/plan-nightly.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { log } from "#server/log.ts";
import { endOverdueMatches } from "#server/matches/settle-match.ts";
import { planMeetingReminders, planReminders } from "#server/notices/plan-reminders.ts";
import { sendDeliveries } from "#server/notices/send-deliveries.ts";
import { endOverdueMocks } from "#server/practices/hand-in-mock.ts";
import { syncProgrammes } from "#server/programmes/sync-programmes.ts";
import { planRecordLocks } from "#server/records/lock-records-job.ts";
import { forgetMeetingChanges } from "#server/room/forget-changes.ts";

const SWEEP_MS = 5_000;
const JOBS_MS = 1_000;
const PLAN_MS = 60_000;
const FOLLOW_MS = 300_000;
const HARD_EXIT_MS = 2_000;
const EXIT_CODE = 143;

let isLeaving = false;
const timers = new Map<string, NodeJS.Timeout>();
const underway = new Set<Promise<void>>();

/** Does a piece of work again and again, one at a time. A failure is told and the next turn comes all the same: the database may be away. */
function every(ms: number, what: string, work: () => Promise<void>): void {
  const turn = async (): Promise<void> => {
    await work().catch((error: unknown) => log.warn({ what, error }, "a turn of the worker failed"));
    if (!isLeaving) timers.set(what, setTimeout(start, ms));
  };
  const start = (): void => {
    const running = turn().finally(() => underway.delete(running));
    underway.add(running);
  };
  start();
}

every(SWEEP_MS, "sweep", async () => {
  const opened = await openContests(new Date());
  const frozen = await freezeBoards(new Date());
  let ended = 0;
  // As many turns as it takes: a contest of thousands ends in one moment, and all are to be closed within a minute (I10).
  for (let more = -1; more !== 0 && !isLeaving; ended += more) more = await endOverdueAttempts(new Date());
  const closed = await closeContests(new Date());
  if (opened + frozen + ended + closed > 0) log.info({ opened, frozen, ended, closed }, "swept");
});
every(JOBS_MS, "jobs", async () => {
  while (!isLeaving && (await runNextJob(() => new Date())));
});
// As many turns as it takes, but a turn of its own: a contest's end does not wait for the wrong-books of thousands.
every(SWEEP_MS, "mistakes", async () => {
  while (!isLeaving && (await noteContestMistakes(new Date())) > 0);
  while (!isLeaving && (await endOverdueMocks(new Date())) > 0);
  while (!isLeaving && (await noteGameMistakes(new Date())) > 0);
});
every(SWEEP_MS, "matches", async () => {
  await endOverdueMatches(new Date());
  await closeArenas(new Date());
});
every(PLAN_MS, "abandoned games", async () => {
  const ended = await endAbandonedGames(new Date());
  if (ended > 0) log.info({ ended }, "ended games that nobody touched");
});
every(FOLLOW_MS, "programmes", async () => {
  const { made, moved, cancelled, settled } = await syncProgrammes(new Date());
  if (made + moved + cancelled + settled > 0) log.info({ made, moved, cancelled, settled }, "followed people in their programmes");
});
every(PLAN_MS, "plan", () => planNightly(new Date()));
every(PLAN_MS, "old changes of meetings", () => forgetMeetingChanges(new Date()));
every(PLAN_MS, "plan reminders", async () => {
  await planReminders(new Date());
  await planMeetingReminders(new Date());
});
every(PLAN_MS, "plan record locks", () => planRecordLocks(new Date()));
// A turn of its own: a mail server that keeps silent holds up letters and nothing else.
every(SWEEP_MS, "deliveries", async () => {
  while (!isLeaving && (await sendDeliveries(() => new Date())) > 0);
});

/** What is underway is committed or rolled back as a whole; an unfinished job is claimed anew by the next worker. */
async function leave(): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  setTimeout(() => process.exit(EXIT_CODE), HARD_EXIT_MS).unref();
  for (const timer of timers.values()) clearTimeout(timer);
  await Promise.all(underway);
  await Promise.all([closePools(), closeAnswerPool()]);
  process.exit(EXIT_CODE);
}
process.on("SIGTERM", () => void leave());
process.on("SIGINT", () => void leave());
process.on("unhandledRejection", (error) => log.error({ error }, "a rejection nobody handled"));
