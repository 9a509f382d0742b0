import { closeAnswerPool } from "#server/attempts/answer-pool.ts";
import { storeAnswers } from "#server/attempts/store-answers.ts";
import { closePoolsOfProcess } from "#server/health/close-pools.ts";
import { log } from "#server/log.ts";
import { doorSettings } from "./door-settings.ts";
import { openDoor } from "./open-door.ts";
import { openStreams } from "./streams.ts";

const HARD_EXIT_MS = 12_000;
const POOLS_CLOSE_MS = 1_500;
const EXIT_CODE = 143;

const figures = { uncaught: 0 };
process.on("unhandledRejection", (error) => {
  figures.uncaught += 1;
  log.error({ error }, "a rejection nobody handled");
});
process.on("uncaughtException", (error) => {
  log.fatal({ error }, "an error nobody caught"); // what state we are in is unknown: the supervisor starts us anew within a second
  process.exit(1);
});

const settings = doorSettings(process.env);
const streams = openStreams();
const door = await openDoor(settings, streams, figures);
// The first statements of a cold process are slow: opened and planned before anybody waits for them.
await storeAnswers([]).catch((error: unknown) => log.warn({ error }, "the database is not there yet"));
log.info({ port: door.port }, "the door is open");

let isLeaving = false;
/** Streams first, for they never end by themselves; then the answers that are on their way; then the connections. */
async function leave(): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  setTimeout(() => process.exit(EXIT_CODE), HARD_EXIT_MS).unref();
  door.drain();
  streams.close();
  await door.end();
  const patience = new Promise((resolve) => setTimeout(resolve, POOLS_CLOSE_MS));
  await Promise.race([Promise.all([closeAnswerPool(), closePoolsOfProcess()]), patience]);
  process.exit(EXIT_CODE);
}
process.on("SIGTERM", () => void leave());
process.on("SIGINT", () => void leave());
