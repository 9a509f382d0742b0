const DAY_MS = 86_400_000;

/** Whether everything is tried (`npm run prove`), or what a short run has time for (`npm test`). */
export const IS_WHOLE = process.env["SUITE_WHOLE"] === "1";

/** What the short form takes: told by `npm test`, which SUITE_SEED=… repeats; alone, a test goes by the day, and on through everything. */
export const SEED = Number(process.env["SUITE_SEED"] ?? Math.floor(Date.now() / DAY_MS));

/** Whether one of several cases has its turn: a `turns`-th of them by the seed, all in as many seeds that follow each other. */
export const hasTurn = (at: number, turns: number): boolean => IS_WHOLE || (at + SEED) % turns === 0;
