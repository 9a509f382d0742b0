/** How long one check-in code is on the screen (D13). */
export const PERIOD_MS = 20_000;

/** Signs a text with the meeting's secret; long enough that nobody guesses one within its forty seconds. */
export type Sign = (text: string) => string;

const periodOf = (now: Date): number => Math.floor(now.getTime() / PERIOD_MS);
const codeOf = (meetingId: number, period: number, sign: Sign): string => sign(`check-in ${meetingId} ${period}`);

/** The code on the screen at this moment. */
export const currentCode = (meetingId: number, now: Date, sign: Sign): string => codeOf(meetingId, periodOf(now), sign);

/** When the next code takes its place. */
export const nextCodeAt = (now: Date): Date => new Date((periodOf(now) + 1) * PERIOD_MS);

/** Whether a code is of this period or of the one before: photographed and sent on, it is worth nothing after forty seconds at most. */
export function isCodeValid(meetingId: number, code: string, now: Date, sign: Sign): boolean {
  const period = periodOf(now);
  return [period, period - 1].some((one) => isSame(codeOf(meetingId, one, sign), code));
}

/** Compares without telling by its time how many characters were right. */
function isSame(wanted: string, given: string): boolean {
  let difference = wanted.length ^ given.length;
  for (let at = 0; at < wanted.length; at += 1) difference |= wanted.charCodeAt(at) ^ given.charCodeAt(at % Math.max(1, given.length));
  return difference === 0;
}
