import { z } from "zod";

/** The organisation keeps one clock, Asia/Shanghai, which has had no summer time since 1991. */
const OFFSET_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** From when to when nobody is reminded, by the clock on the wall. The same time twice: there are no quiet hours. */
export const quietHoursSchema = z.strictObject({ from: clockSchema, to: clockSchema });
export type QuietHours = z.output<typeof quietHoursSchema>;

/** What `organisation.policies` says of reminders; anything missing or unreadable is as it was delivered. */
export const reminderPolicySchema = z.object({
  quietHours: quietHoursSchema.catch({ from: "21:00", to: "08:00" }),
  /** Whether the house reminds by itself in the morning. */
  autoReminders: z.boolean().catch(true),
  /** How many days before it is due a task is spoken of. */
  remindBeforeDays: z.int().min(0).max(30).catch(3),
});
export type ReminderPolicy = z.output<typeof reminderPolicySchema>;

/** The day on the organisation's calendar, "2026-11-26": a person is reminded once in each at most. */
export const dayOf = (at: Date): string => new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);

/** The next moment, `at` itself or later, at which the wall shows that time. */
function nextAt(at: Date, clock: string): Date {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  const wanted = (hours * 60 + minutes) * MINUTE_MS;
  const midnight = Math.floor((at.getTime() + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  const today = midnight + wanted;
  return new Date(today >= at.getTime() ? today : today + DAY_MS);
}

/** When the quiet hours that `at` lies in are over; null outside them. They begin with their first minute and end before their last. */
export function quietUntil(at: Date, { from, to }: QuietHours): Date | null {
  if (from === to) return null;
  const [begins, ends] = [nextAt(at, from), nextAt(at, to)];
  if (begins.getTime() === at.getTime()) return ends;
  return ends > at && ends < begins ? ends : null;
}

/** When a reminder asked for at `at` goes out. */
export const sendAt = (at: Date, quiet: QuietHours): Date => quietUntil(at, quiet) ?? at;

/** What one person still has to do, in numbers. */
export type Digest = Readonly<{ open: number; overdue: number }>;

/** The sentence a reminder says and what fills it: soft in light-burden mode, where nothing is called late. */
export function reminderWords({ open, overdue }: Digest, lightBurden: boolean): { kind: string; params: Record<string, number> } {
  if (lightBurden) return { kind: "reminder-soft", params: { open } };
  return overdue > 0 ? { kind: "reminder-overdue", params: { open, overdue } } : { kind: "reminder", params: { open } };
}
