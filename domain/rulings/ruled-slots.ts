import type { Mark } from "#domain/questions/mark.ts";
import type { QuestionKey, Response } from "#domain/questions/question.ts";

/** The four rulings of D7, and the taking back of one of them, which is a ruling too: two people, ledger entries, everybody told. */
export const RULING_KINDS = ["void_full", "void_exclude", "accept_also", "change_key", "take_back"] as const;
export type RulingKind = (typeof RULING_KINDS)[number];

/** What stands in one place of a paper: what it is worth now, and what it earned. */
export type SlotState = Readonly<{ worth: number; milli: number; right: boolean }>;
/** A place with what was asked and answered there (by the author's places; null: nothing). */
export type RuledSlot = SlotState & Readonly<{ versionId: number; response: Response }>;

export type Ruling = Readonly<{
  kind: Exclude<RulingKind, "take_back">;
  versionId: number;
  /** The further key (accept_also) or the one that counts from now on (change_key). */
  key: QuestionKey | null;
}>;

/** Marks an answer by a key, for the worth that the place has now. */
export type Marker = (key: QuestionKey, response: Response, worth: number) => Mark;

const halfUp = (over: bigint, under: bigint) => Number((2n * over + under) / (2n * under));

/**
 * The worth of a question that is taken out, spread over the others in proportion, so that the paper's full mark stays what it was printed
 * to be and papers drawn for each person stay comparable. Whole milli-points; their sum is exact.
 */
function withoutOne(slots: readonly RuledSlot[], versionId: number): SlotState[] {
  const rest = slots.reduce((sum, slot) => sum + (slot.versionId === versionId ? 0 : slot.worth), 0);
  const whole = slots.reduce((sum, { worth }) => sum + worth, 0);
  if (rest === 0) return slots.map(({ worth, milli, right }) => ({ worth, milli, right }));
  let before = 0;
  return slots.map((slot) => {
    if (slot.versionId === versionId) return { worth: 0, milli: 0, right: false };
    if (slot.worth === 0) return { worth: 0, milli: slot.milli, right: slot.right };
    const scaled = (sum: number) => halfUp(BigInt(sum) * BigInt(whole), BigInt(rest));
    const worth = scaled(before + slot.worth) - scaled(before);
    before += slot.worth;
    return { worth, milli: halfUp(BigInt(slot.milli) * BigInt(worth), BigInt(slot.worth)), right: slot.right };
  });
}

/** One place under a ruling about its question. A question that was taken out stays out. */
function ruledSlot({ worth, milli, right, response }: RuledSlot, { kind, key }: Ruling, mark: Marker): SlotState {
  if (worth === 0) return { worth, milli, right };
  if (kind === "void_full") return { worth, milli: worth, right: true };
  if (!key) throw new Error(`a ruling ${kind} has no key`);
  const fresh = mark(key, response, worth);
  if (kind === "change_key") return { worth, ...fresh };
  // accept_also: nobody loses.
  return { worth, milli: Math.max(milli, fresh.milli), right: right || fresh.right };
}

/** What stands in every place of a paper after a ruling (D7). Ruling twice changes nothing more. */
export function ruledSlots(slots: readonly RuledSlot[], ruling: Ruling, mark: Marker): SlotState[] {
  if (ruling.kind === "void_exclude") {
    const isThere = slots.some(({ versionId, worth }) => versionId === ruling.versionId && worth > 0);
    return isThere ? withoutOne(slots, ruling.versionId) : slots.map(({ worth, milli, right }) => ({ worth, milli, right }));
  }
  return slots.map((slot) =>
    slot.versionId === ruling.versionId ? ruledSlot(slot, ruling, mark) : { worth: slot.worth, milli: slot.milli, right: slot.right },
  );
}

/** Whether a paper would be left without a question that is worth anything. */
export const leavesNothing = (slots: readonly RuledSlot[], { kind, versionId }: Ruling): boolean =>
  kind === "void_exclude" && slots.every((slot) => slot.versionId === versionId || slot.worth === 0);
