/** A span in whole hours, minutes and seconds, for sentences. */
export function spanOf(ms: number): { hours: number; minutes: number; seconds: number } {
  const all = Math.round(ms / 1_000);
  return { hours: Math.floor(all / 3_600), minutes: Math.floor((all % 3_600) / 60), seconds: all % 60 };
}
