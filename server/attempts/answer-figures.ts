/** What this process did with answers since it started, for /metrics. */
export const answerFigures = {
  saved: 0,
  stale: 0,
  late: 0,
  ended: 0,
  "taken-over": 0,
  refused: 0,
  batches: 0,
  rows: 0,
  largestBatch: 0,
  retries: 0,
};
