import { pino } from "pino";

/** JSON lines on standard output. Answers, passwords, tokens and names are never logged; people are ids. */
export const log = pino({
  level: process.env["LOG_LEVEL"] ?? "info",
  redact: { paths: ["password", "*.password", "cookie", "*.cookie", "response", "*.response", "*.error.query", "*.error.params"], censor: "redacted" },
  timestamp: pino.stdTimeFunctions.isoTime,
});
