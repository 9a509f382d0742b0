import type { DraftItem, ProgrammeDraft } from "./draft.ts";

/** The draft again as a new document that begins at `opensAt`: every date moved by the same span, nothing with a number of its own. */
export function shiftDraft(draft: ProgrammeDraft, opensAt: Date): ProgrammeDraft {
  const by = opensAt.getTime() - draft.opensAt.getTime();
  const moved = (at: Date) => new Date(at.getTime() + by);
  const maybe = (at: Date | null) => at && moved(at);
  const item = (old: DraftItem): DraftItem => ({
    ...old,
    id: null,
    // The meeting it was has been held; the new one is another.
    meetingId: null,
    opensAt: maybe(old.opensAt),
    dueAt: maybe(old.dueAt),
    meeting: old.meeting && { ...old.meeting, startsAt: moved(old.meeting.startsAt), endsAt: moved(old.meeting.endsAt) },
  });
  return {
    ...draft,
    opensAt,
    closesAt: moved(draft.closesAt),
    audiences: draft.audiences.map((audience) => ({ ...audience, id: null })),
    modules: draft.modules.map((old) => ({
      ...old,
      id: null,
      opensAt: maybe(old.opensAt),
      closesAt: maybe(old.closesAt),
      items: old.items.map(item),
    })),
  };
}

/** The organisation keeps one clock, Asia/Shanghai, which has had no summer time since 1991. */
const OFFSET_MS = 8 * 3_600_000;

/** The moment on the given day ("2026-03-01") at which the organisation's clock stands as it stood at `at`. */
export function sameClockOn(at: Date, day: string): Date {
  const wall = new Date(at.getTime() + OFFSET_MS).toISOString().slice(10);
  return new Date(new Date(`${day}${wall}`).getTime() - OFFSET_MS);
}
