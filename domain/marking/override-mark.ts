import type { QuestionKey } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import type { SlotState } from "#domain/rulings/ruled-slots.ts";
import { milliOf } from "./settle-marks.ts";

/**
 * A place of a paper once somebody has set the mark of its short answer by hand (A3): a percentage of what it is worth now. Only what a
 * machine marked by keywords is set so: an essay has markers, and about any other key one rules for everybody alike. Refused, too, where
 * the question is out, and where nothing would change.
 */
export function overriddenSlot({ worth, milli, right }: SlotState, kind: QuestionKey["kind"], percent: number): SlotState {
  if (kind !== "short") throw new Refusal("override-only-short");
  if (worth === 0) throw new Refusal("override-out");
  const after = { worth, milli: milliOf(percent * 100, worth), right: percent === 100 };
  if (after.milli === milli && after.right === right) throw new Refusal("override-same");
  return after;
}
