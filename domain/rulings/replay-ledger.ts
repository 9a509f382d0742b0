import { markInFormat } from "#domain/attempts/judged.ts";
import { type FormatKind, isWholeOnly } from "#domain/contests/format.ts";
import { markOf } from "#domain/questions/mark.ts";
import type { MultipleMode, QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { type RuledSlot, type RulingKind, ruledSlots, type SlotState, stateOf } from "./ruled-slots.ts";
import { triesByHand } from "./tried.ts";

/** A ruling as it was carried out, with the question it is about. */
export type RulingDone = Readonly<{
  id: number;
  kind: RulingKind;
  versionId: number;
  key: QuestionKey | null;
  takesBack: number | null;
  body: QuestionBody;
}>;
/** A line of a paper's ledger, in the order it was written; without a ruling: a mark given by hand. */
export type LedgerLine = Readonly<{
  slot: number;
  milliAfter: number;
  rightAfter: boolean;
  worthAfter: number | null;
  ruling: RulingDone | null;
}>;
/** How the contest marks. */
export type Marking = Readonly<{ multipleMode: MultipleMode; judged: FormatKind | null }>;
/** What a ruling found and what it left. */
export type Moment = Readonly<{ rulingId: number; before: readonly SlotState[]; after: readonly SlotState[] }>;

const isSame = (a: SlotState, b: SlotState): boolean => JSON.stringify(stateOf(a)) === JSON.stringify(stateOf(b));

/** The places as a ruling leaves them, reckoned from its key and never read off the ledger. */
export function ruledBy(slots: readonly RuledSlot[], ruling: RulingDone, past: readonly Moment[], marking: Marking): SlotState[] {
  const { kind, body, versionId, key } = ruling;
  if (kind === "take_back") {
    const own = past.find(({ rulingId }) => rulingId === ruling.takesBack);
    return slots.map((slot, place) => {
      const [before, after] = [own?.before[place], own?.after[place]];
      return before && after && !isSame(before, after) ? before : stateOf(slot);
    });
  }
  return ruledSlots(slots, { kind, versionId, key }, (by, response, worth) =>
    markInFormat(markOf({ body, key: by, response, worth, mode: marking.multipleMode }), isWholeOnly(marking.judged)),
  );
}

function byHand(slot: RuledSlot, { milliAfter: milli, rightAfter: right, worthAfter }: LedgerLine): RuledSlot {
  const tries = slot.tries && triesByHand(slot.tries, slot.stands, { milli, right });
  return { ...slot, milli, right, worth: worthAfter ?? slot.worth, ...(tries && { tries }) };
}

/**
 * What stands in each place of a paper once its ledger was gone through again, beginning with the machine's own marks, and what each ruling
 * found. Rulings are carried out anew; what people gave by hand is a fact and is read.
 */
export function replayLedger(slots: readonly RuledSlot[], lines: readonly LedgerLine[], marking: Marking) {
  let now = [...slots];
  const past: Moment[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.ruling === null) {
      now = now.map((slot, place) => (place === line.slot ? byHand(slot, line) : slot));
      continue;
    }
    if (lines[at - 1]?.ruling?.id === line.ruling.id) continue;
    const before = now;
    const after = ruledBy(now, line.ruling, past, marking);
    past.push({ rulingId: line.ruling.id, before, after });
    now = before.map((slot, place) => ({ ...slot, ...after[place] }));
  }
  return { slots: now, past };
}
