import { pino } from "pino";

/** What is told of an error: the driver's own one below drizzle's, whose message quotes every parameter. */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.cause instanceof Error && error.message.startsWith("Failed query")) return told(error.cause);
  const { name, message, stack } = error;
  return { name, code: "code" in error ? error.code : undefined, message, stack };
}

/** JSON lines on standard output. Answers, passwords, tokens and names are never logged; people are ids. */
export const log = pino({
  level: process.env["LOG_LEVEL"] ?? "info",
  redact: {
    paths: ["password", "*.password", "cookie", "*.cookie", "response", "*.response", "*.error.query", "*.error.params"],
    censor: "redacted",
  },
  serializers: { error: told },
  timestamp: pino.stdTimeFunctions.isoTime,
});
