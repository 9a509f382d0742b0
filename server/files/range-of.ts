export type ByteRange = Readonly<{ start: number; end: number }>;

/** A player that asks for "everything from here" gets this much and asks again: nobody who skips through a film costs the whole of it. */
const MOST_BYTES = 4 * 1_048_576;

/**
 * The part of a file a `Range` header asks for (RFC 9110, 14.2): null for the whole (no header, or one that may be ignored: several ranges,
 * other units), "none" when nothing of the file lies in it.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | "none" | null {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  if (from === "") {
    const last = Math.min(Number(to), size);
    return last === 0 ? "none" : { start: size - last, end: size - 1 };
  }
  const start = Number(from);
  const end = Math.min(to === "" ? start + MOST_BYTES - 1 : Number(to), size - 1);
  if (start >= size) return "none";
  return to !== "" && Number(to) < start ? null : { start, end };
}
