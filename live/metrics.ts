import { answerFigures } from "#server/attempts/answer-figures.ts";
import { answersWaiting } from "#server/attempts/carry-answers.ts";
import { countOverdueAttempts } from "#server/attempts/count-overdue.ts";
import { poolsOfProcess } from "#server/health/check-readiness.ts";
import { poolErrors } from "#server/health/pool-errors.ts";

export type DoorFigures = Readonly<{ streams: number; lagMs: number; uncaught: number; dropped: number; boards: number }>;

/** The figures of this process in Prometheus' text format. */
export async function metricsText(door: DoorFigures, now: Date): Promise<string> {
  const lines: string[] = [];
  const say = (name: string, type: "counter" | "gauge", value: number, labels = ""): void => {
    const head = `# TYPE zhixing_${name} ${type}`;
    if (!lines.includes(head)) lines.push(head);
    lines.push(`zhixing_${name}${labels} ${value}`);
  };
  for (const outcome of ["saved", "stale", "late", "ended", "taken-over", "refused"] as const)
    say("saves_total", "counter", answerFigures[outcome], `{outcome="${outcome}"}`);
  say("batches_total", "counter", answerFigures.batches);
  say("batch_rows_total", "counter", answerFigures.rows);
  say("batch_largest", "gauge", answerFigures.largestBatch);
  say("batch_retries_total", "counter", answerFigures.retries);
  say("answers_waiting", "gauge", answersWaiting());
  for (const [name, pool] of Object.entries(poolsOfProcess())) say("pool_waiting", "gauge", pool.waitingCount, `{pool="${name}"}`);
  for (const [name, pool] of Object.entries(poolsOfProcess())) say("pool_open", "gauge", pool.totalCount, `{pool="${name}"}`);
  say("pool_errors_total", "counter", poolErrors());
  say("streams_open", "gauge", door.streams);
  say("streams_dropped_total", "counter", door.dropped);
  say("boards_sent_total", "counter", door.boards);
  say("event_loop_lag_ms", "gauge", Math.round(door.lagMs));
  say("uncaught_total", "counter", door.uncaught);
  say("memory_bytes", "gauge", process.memoryUsage.rss());
  // The database may be away; the other figures are then all the more wanted.
  const overdue = await countOverdueAttempts(now).catch(() => Number.NaN);
  say("attempts_overdue", "gauge", overdue);
  return `${lines.join("\n")}\n`;
}
