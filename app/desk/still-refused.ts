import type { Refused } from "./post-json.ts";

/** What stands at a dotted path of something that was sent. */
function valueAt(content: unknown, path: string): unknown {
  let value = content;
  for (const step of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** The refusal without the fields that have been changed since: their sentences are about something that is no longer there. */
export function stillRefused(refused: Refused, sent: unknown, now: unknown): Refused {
  const isUnchanged = (path: string): boolean => JSON.stringify(valueAt(sent, path)) === JSON.stringify(valueAt(now, path));
  return { ...refused, fields: refused.fields.filter(({ path }) => isUnchanged(path)) };
}
