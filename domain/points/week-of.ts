const DAY_MS = 86_400_000;
const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Monday and Sunday of the week a day lies in, as YYYY-MM-DD. */
export function weekOf(day: string): { from: string; to: string } {
  const at = Date.parse(`${day}T00:00:00Z`);
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * DAY_MS;
  return { from: dayAt(monday), to: dayAt(monday + 6 * DAY_MS) };
}
