/** What read-excel-file hands over; numbers arrive as written in the file. */
export type CellValue = string | number | boolean | Date | null;

const PLAIN = new Intl.NumberFormat("en-US", { useGrouping: false, maximumSignificantDigits: 15 });

/** A cell as a person would type it: dates as ISO, whole days without a time, yes and no as TRUE and FALSE. */
export function cellText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return PLAIN.format(value);
  return dateText(value);
}

/** A number as the file has it, without an exponent and with the fifteen digits Excel keeps. */
export function numberText(written: string): string {
  const digits = written.replace(/^-?0*|\D/gu, "");
  if (/^-?\d+(?:\.\d+)?$/u.test(written) && digits.length <= 15) return written;
  const value = Number(written);
  return Number.isFinite(value) ? PLAIN.format(value) : written;
}

/** Excel's days carry no zone: the wall clock is read off in UTC, seconds rounded, and a time without a day stays a time. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [day = "", time = ""] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().split(/T|\.000Z$/u);
  if (date.getUTCFullYear() < 1900) return time;
  return time === "00:00:00" ? day : `${day}T${time}`;
}
