import type { HallView } from "#server/halls/hall-view.ts";

const BUZZED: ReadonlySet<string> = new Set(["buzz", "extra", "bowl"]);

/** Whether the question on the stage is one to press for; the parts of a bonus are one side's. */
export const hasBuzzers = ({ round, item }: Pick<HallView, "round" | "item">): boolean =>
  round !== null && BUZZED.has(round.rules.kind) && (item?.part ?? null) === null;
