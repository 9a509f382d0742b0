/** The organisation's clock. */
const ZONE = "Asia/Shanghai";
const days = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" });

/** The day in the organisation's zone, as YYYY-MM-DD. */
export const dayOf = (moment: Date): string => days.format(moment);

const english = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "long" });

const parts = (day: string): [number, number, number] => day.split("-").map(Number) as [number, number, number];

/** 2026-03-08 as 2026年3月8日. */
export function chineseDay(day: string): string {
  const [year, month, date] = parts(day);
  return `${year}年${month}月${date}日`;
}

/** 2026-03-08 as 8 March 2026. */
export function englishDay(day: string): string {
  const [year, month, date] = parts(day);
  return english.format(new Date(Date.UTC(year, month - 1, date)));
}
