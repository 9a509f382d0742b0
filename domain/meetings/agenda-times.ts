/** When each item of an agenda is planned to begin: one after the other from the start of the meeting. */
export function agendaTimes<T extends { minutes: number }>(startsAt: Date, items: readonly T[]): (T & { at: Date })[] {
  let at = startsAt.getTime();
  return items.map((item) => {
    const begun = { ...item, at: new Date(at) };
    at += item.minutes * 60_000;
    return begun;
  });
}
