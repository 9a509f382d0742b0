import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const limitBytes = 20_000_000;
const errorLevel = 50;

export type Log = { line(text: string, level: number): void; tail(): string[] };

/**
 * One JSON object a line in `log/<name>.log`, turned over at 20 MB (two are kept). What is already JSON goes through as it is;
 * errors are repeated on stderr, and nothing is ever written to stdout.
 */
export function openLog(dataDir: string, name: string): Log {
  mkdirSync(join(dataDir, "log"), { recursive: true, mode: 0o700 });
  const path = join(dataDir, "log", `${name}.log`);
  let bytes = existsSync(path) ? statSync(path).size : 0;
  let file = append(path);
  const recent: string[] = [];
  return {
    line(text, level) {
      const record = recordOf(text, name, level);
      const written = `${JSON.stringify(record)}\n`;
      if (bytes > limitBytes) {
        file.end();
        renameSync(path, `${path}.1`);
        file = append(path);
        bytes = 0;
      }
      bytes += Buffer.byteLength(written);
      file.write(written);
      recent.push(text);
      if (recent.length > 20) recent.shift();
      if (Number(record["level"]) >= errorLevel) process.stderr.write(`[${name}] ${sentenceOf(record)}\n`);
    },
    tail: () => [...recent],
  };
}

/** Every line of a child's output into its log. */
export function pipeLines(from: Readable, log: Log, level: number): void {
  createInterface({ input: from, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (text) => text.trim() && log.line(text, level));
}

function append(path: string): WriteStream {
  const file = createWriteStream(path, { flags: "a", mode: 0o600 });
  file.on("error", (error) => process.stderr.write(`${path}: ${error.message}\n`)); // a full disk must not stop the house
  return file;
}

function recordOf(text: string, name: string, level: number): Record<string, unknown> {
  if (text.startsWith("{")) {
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      // Looks like JSON and is not: kept as words, below.
    }
  }
  return { level, time: new Date().toISOString(), name, msg: text };
}

function sentenceOf(record: Record<string, unknown>): string {
  const cause = (record["err"] as { stack?: string; message?: string } | undefined) ?? {};
  return [record["msg"], cause.stack ?? cause.message].filter(Boolean).join(" — ") || JSON.stringify(record);
}
