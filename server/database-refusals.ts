import { Refusal } from "#domain/refusal.ts";

const UNAVAILABLE = new Set([
  "53100",
  "53200",
  "53300",
  "55P03",
  "57014",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08006",
  "40001",
  "40P01",
]);
const UNREACHABLE = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);
const CLOSED =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|server closed the connection/i;

type Failure = { code?: unknown; constraint?: unknown; message: string };

/** The driver's own error below drizzle's wrapping. */
function rootOf(error: unknown): Failure | undefined {
  let current = error;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  return current instanceof Error ? (current as Failure) : undefined;
}

/** True when the database is away or out of room: the caller may try again. */
export function isUnavailable(error: unknown): boolean {
  const failure = rootOf(error);
  if (!failure) return false;
  const code = String(failure.code ?? "");
  return UNAVAILABLE.has(code) || UNREACHABLE.has(code) || CLOSED.test(failure.message);
}

/** What the database refused, as a refusal people can read; undefined for a bug of ours. */
export function refusalOfDatabase(error: unknown): Refusal | undefined {
  if (isUnavailable(error)) return new Refusal("unavailable");
  const failure = rootOf(error);
  const code = String(failure?.code ?? "");
  const constraint = String(failure?.constraint ?? "");
  if (code === "23505") return new Refusal("already-exists", { constraint });
  if (code === "23514" || code === "23000") return new Refusal("breaks-a-rule", { constraint });
  // NUL and lone surrogates that slipped past a schema, numbers out of range.
  if (code === "22021" || code === "22P05" || code === "22003" || code === "22P02") return new Refusal("invalid");
  return undefined;
}
