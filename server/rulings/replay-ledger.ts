import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { markInFormat } from "#domain/attempts/judged.ts";
import { isWholeOnly } from "#domain/contests/format.ts";
import { markOf } from "#domain/questions/mark.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { type RuledSlot, type RulingKind, ruledSlots, type SlotState } from "#domain/rulings/ruled-slots.ts";
import type { Paper } from "#server/attempts/paper-cache.ts";

type Line = {
  attempt_id: string;
  slot: number;
  ruling_id: string | null;
  milli_after: number;
  right_after: boolean;
  worth_after: number | null;
  kind: RulingKind | null;
  version_id: string | null;
  change: QuestionKey | null;
  takes_back: string | null;
  body: QuestionBody | null;
};

/** The ledger of some attempts, line by line in the order it was written, with the rulings behind it. */
export async function readLedger(db: Db, attemptIds: readonly number[]): Promise<Map<number, Line[]>> {
  const { rows } = await db.execute<Line>(sql`
    select m.attempt_id, m.slot, m.ruling_id, m.milli_after, m.right_after, m.worth_after, r.kind, r.version_id, r.change, r.takes_back, v.body
    from mark_entries m left join rulings r on r.id = m.ruling_id left join question_versions v on v.id = r.version_id
    where m.attempt_id = any(${sql.param([...attemptIds])}::bigint[]) order by m.attempt_id, m.id`);
  const ledger = new Map<number, Line[]>();
  for (const line of rows) {
    const own = ledger.get(Number(line.attempt_id));
    if (own) own.push(line);
    else ledger.set(Number(line.attempt_id), [line]);
  }
  return ledger;
}

/** How the contest marks. */
type Marking = Pick<Paper, "multipleMode" | "judged">;
type Moment = { rulingId: string | null; before: readonly SlotState[]; after: readonly SlotState[] };

/** The places as a ruling leaves them, reckoned anew from its key and never read off the ledger. */
function ruledAgain(slots: readonly RuledSlot[], line: Line, past: readonly Moment[], marking: Marking): SlotState[] {
  const { kind, body, takes_back: takesBack } = line;
  if (kind === null || body === null) throw new Error(`a line of the ledger names ruling ${line.ruling_id}, which is not there`);
  if (kind === "take_back") {
    const own = past.find(({ rulingId }) => rulingId === takesBack);
    return slots.map((slot, place) => {
      const [before, after] = [own?.before[place], own?.after[place]];
      return before && after && !same(before, after) ? before : slot;
    });
  }
  const ruling = { kind, versionId: Number(line.version_id), key: line.change };
  return ruledSlots(slots, ruling, (key, response, worth) =>
    markInFormat(markOf({ body, key, response, worth, mode: marking.multipleMode }), isWholeOnly(marking.judged)),
  );
}

/**
 * What stands in each place of a paper once its ledger was gone through again, beginning with the machine's own marks. Rulings are carried
 * out anew; what people gave by hand is a fact and is read.
 */
export function replayLedger(slots: readonly RuledSlot[], lines: readonly Line[], marking: Marking): RuledSlot[] {
  let now = [...slots];
  const past: Moment[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.ruling_id === null) {
      const own = now[line.slot];
      if (own) now[line.slot] = { ...own, milli: line.milli_after, right: line.right_after, worth: line.worth_after ?? own.worth };
      continue;
    }
    if (lines[at - 1]?.ruling_id === line.ruling_id) continue;
    const before = now;
    const after = ruledAgain(now, line, past, marking);
    past.push({ rulingId: line.ruling_id, before, after });
    now = before.map((slot, place) => ({ ...slot, ...pick(after[place] ?? slot) }));
  }
  return now;
}

const same = (a: SlotState, b: SlotState) => a.worth === b.worth && a.milli === b.milli && a.right === b.right;
const pick = ({ worth, milli, right }: SlotState): SlotState => ({ worth, milli, right });
