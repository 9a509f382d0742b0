export type AudienceRule = Readonly<{ id: number; place: number; tags: readonly string[] }>;

/** The audience somebody belongs to: the first, by place, that has one of the own tags; one without tags takes everybody left. */
export function audienceOf(tags: readonly string[], audiences: readonly AudienceRule[]): number | null {
  const found = audiences
    .toSorted((one, other) => one.place - other.place)
    .find((audience) => audience.tags.length === 0 || audience.tags.some((tag) => tags.includes(tag)));
  return found?.id ?? null;
}

/** Whether an item is for somebody of this audience; an item without audiences is for everybody. */
export const isFor = (audienceIds: readonly number[], audienceId: number | null): boolean =>
  audienceIds.length === 0 || (audienceId !== null && audienceIds.includes(audienceId));
