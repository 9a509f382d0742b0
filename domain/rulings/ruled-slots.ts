import type { Mark } from "#domain/questions/mark.ts";
import type { QuestionKey, Response } from "#domain/questions/question.ts";
import { bestOf, type Tried } from "./tried.ts";

/** The four rulings of D7, and the taking back of one of them, which is a ruling too: two people, ledger entries, everybody told. */
export const RULING_KINDS = ["void_full", "void_exclude", "accept_also", "change_key", "take_back"] as const;
export type RulingKind = (typeof RULING_KINDS)[number];

/**
 * What stands in one place of a paper: what it is worth now, and what it earned. Where a question has several tries, also how each of them
 * is judged now, and the number of the one that stands, whose time counts (`stands`); 0: none's time does.
 */
export type SlotState = Readonly<{ worth: number; milli: number; right: boolean; tries?: readonly Tried[]; stands?: number }>;
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

/** Of a place what rulings change. */
export const stateOf = ({ worth, milli, right, tries, stands = 0 }: SlotState): SlotState =>
  tries ? { worth, milli, right, tries, stands } : { worth, milli, right };

/** Nobody's time or tries count where everybody is given the mark, or nobody is. */
const untimed = (state: SlotState, { tries }: SlotState): SlotState => (tries ? { ...state, tries, stands: 0 } : state);

const halfUp = (over: bigint, under: bigint) => Number((2n * over + under) / (2n * under));

/**
 * The worth of a question that is taken out, spread over the others in proportion, so that the paper's full mark stays what it was printed
 * to be and papers drawn for each person stay comparable. Whole milli-points; their sum is exact.
 */
function withoutOne(slots: readonly RuledSlot[], versionId: number): SlotState[] {
  const rest = slots.reduce((sum, slot) => sum + (slot.versionId === versionId ? 0 : slot.worth), 0);
  const whole = slots.reduce((sum, { worth }) => sum + worth, 0);
  if (rest === 0) return slots.map(stateOf);
  let before = 0;
  return slots.map((slot) => {
    if (slot.versionId === versionId) return untimed({ worth: 0, milli: 0, right: false }, slot);
    if (slot.worth === 0) return stateOf(slot);
    const scaled = (sum: number) => halfUp(BigInt(sum) * BigInt(whole), BigInt(rest));
    const worth = scaled(before + slot.worth) - scaled(before);
    before += slot.worth;
    const inProportion = (milli: number) => halfUp(BigInt(milli) * BigInt(worth), BigInt(slot.worth));
    const tries = slot.tries?.map((one) => ({ ...one, milli: inProportion(one.milli) }));
    return stateOf({ ...slot, worth, milli: inProportion(slot.milli), ...(tries && { tries }) });
  });
}

/** A mark by a corrected key, or by a further one besides what was earned: then nobody loses. */
const remarked = (fresh: Mark, { milli, right }: Mark, kind: Ruling["kind"]): Mark =>
  kind === "change_key" ? fresh : { milli: Math.max(milli, fresh.milli), right: right || fresh.right };

/** Every try judged anew, and of them the best: another one may stand now, by its own time and after its own wrong tries. */
function retried(slot: RuledSlot, given: readonly Tried[], kind: Ruling["kind"], markTry: (response: Response) => Mark): SlotState {
  const tries = given.map((one) => ({ ...one, ...remarked(markTry(one.response), one, kind) }));
  // A mark that everybody was given without time is not timed by a further answer.
  if (kind === "accept_also" && slot.stands === 0 && slot.milli > 0) return stateOf({ ...slot, tries });
  const best = bestOf(tries);
  return { worth: slot.worth, milli: best?.milli ?? 0, right: best?.right ?? false, tries, stands: best?.number ?? 0 };
}

/** One place under a ruling about its question. A question that was taken out stays out. */
function ruledSlot(slot: RuledSlot, { kind, key }: Ruling, mark: Marker): SlotState {
  const { worth, response, tries } = slot;
  if (worth === 0) return stateOf(slot);
  if (kind === "void_full") return untimed({ worth, milli: worth, right: true }, slot);
  if (!key) throw new Error(`a ruling ${kind} has no key`);
  if (tries) return retried(slot, tries, kind, (given) => mark(key, given, worth));
  return { worth, ...remarked(mark(key, response, worth), slot, kind) };
}

/** What stands in every place of a paper after a ruling (D7). Ruling twice changes nothing more. */
export function ruledSlots(slots: readonly RuledSlot[], ruling: Ruling, mark: Marker): SlotState[] {
  if (ruling.kind === "void_exclude") {
    const isThere = slots.some(({ versionId, worth }) => versionId === ruling.versionId && worth > 0);
    return isThere ? withoutOne(slots, ruling.versionId) : slots.map(stateOf);
  }
  return slots.map((slot) => (slot.versionId === ruling.versionId ? ruledSlot(slot, ruling, mark) : stateOf(slot)));
}

/** Whether a paper would be left without a question that is worth anything. */
export const leavesNothing = (slots: readonly RuledSlot[], { kind, versionId }: Ruling): boolean =>
  kind === "void_exclude" && slots.every((slot) => slot.versionId === versionId || slot.worth === 0);
