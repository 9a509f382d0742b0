import { wallAt } from "#domain/groups/wall-clock.ts";

/** An instant as a form's minute field has it, on the organisation's clock: `2026-12-03T14:30`. */
export const wallOf = (at: Date): string => {
  const { day, clock } = wallAt(at, "Asia/Shanghai");
  return `${day}T${clock}`;
};
