import { createHash } from "node:crypto";

/** Objects with their keys in one order, so that equal values give equal text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, canonical(inner)]),
  );
}

/** A value as text that is the same whatever order its keys stand in. */
export const canonicalText = (value: unknown): string => JSON.stringify(canonical(value));

/** SHA-256 of a value, in hex. Never hash a question's key: the play role reads these hashes and could try keys until one fits. */
export const contentHashOf = (value: unknown): string => createHash("sha256").update(canonicalText(value)).digest("hex");
