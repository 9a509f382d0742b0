import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { markOf } from "#domain/questions/mark.ts";
import type { QuestionBody, QuestionKey, Response } from "#domain/questions/question.ts";

type Asked = { version: string; worth: number; body: QuestionBody; key: QuestionKey };
type Tried = { slot: number; number: number; response: Response; at: string };
type Row = { person_id: string; started_at: Date; opens_at: Date; asked: Asked[]; tries: Tried[] | null };
/** Which question is ruled on, how, and the further or the corrected key. */
export type RuledTries = Readonly<{ versionId: number; kind: string; key: QuestionKey | null }>;
export type TriedResult = Readonly<{ person: number; milli: number; right: number; ms: number; lastMs: number }>;

const halfUp = (over: number, under: number) => Math.floor((2 * over + under) / (2 * under));

/** What stands for one question: points, whether it is right, and the time it costs, or null when nobody's time of it counts. */
type Stood = Readonly<{ milli: number; right: boolean; atMs: number | null; wrong: number }>;

function stood({ worth, body, key, version }: Asked, tries: readonly Tried[], ruled: RuledTries | null, isWhole: boolean): Stood {
  const own = ruled?.versionId === Number(version) ? ruled : null;
  if (own?.kind === "void_full") return { milli: worth, right: true, atMs: null, wrong: 0 };
  if (own?.kind === "void_exclude") return { milli: 0, right: false, atMs: null, wrong: 0 };
  const keys = own?.key ? (own.kind === "change_key" ? [own.key] : [key, own.key]) : [key];
  const marks = tries.map(({ response, at, number }) => {
    const each = keys.map((by) => markOf({ body, key: by, response, worth, mode: "partial_no_wrong" }));
    const right = each.some((mark) => mark.right);
    const part = Math.max(...each.map(({ milli }) => milli));
    return { milli: isWhole && !right ? 0 : part, right, atMs: Date.parse(at), wrong: number - 1 };
  });
  const most = Math.max(0, ...marks.map(({ milli }) => milli));
  return marks.find(({ milli }) => milli === most) ?? { milli: 0, right: false, atMs: null, wrong: 0 };
}

/** The worth of a question that is out, over the others in proportion. */
function spread(asked: readonly Asked[], stands: readonly Stood[], ruled: RuledTries | null): Stood[] {
  const out = asked.findIndex(({ version }) => ruled?.kind === "void_exclude" && Number(version) === ruled.versionId);
  if (out < 0) return [...stands];
  const whole = asked.reduce((sum, { worth }) => sum + worth, 0);
  const rest = whole - (asked[out]?.worth ?? 0);
  let passed = 0;
  return stands.map((one, slot) => {
    const worth = asked[slot]?.worth ?? 0;
    if (slot === out) return one;
    const fresh = halfUp((passed + worth) * whole, rest) - halfUp(passed * whole, rest);
    passed += worth;
    return { ...one, milli: halfUp(one.milli * fresh, worth) };
  });
}

/**
 * What everybody of a contest of several tries comes to by the rules as they are printed, reckoned on its own from what was sent and when: by
 * nothing that the product keeps but the marking of one answer.
 */
export async function reckonTries(
  contestId: number,
  format: Readonly<{ kind: string; penaltyMs?: number }>,
  ruled: RuledTries | null,
): Promise<TriedResult[]> {
  const { rows } = await database("judge").execute<Row>(sql`
    select e.person_id, a.started_at, c.opens_at,
      (select jsonb_agg(jsonb_build_object('version', v.id, 'worth', a.worths[u.n], 'body', v.body, 'key', k.key) order by u.n)
        from unnest(a.version_ids) with ordinality as u(id, n) join question_versions v on v.id = u.id join question_keys k on k.version_id = v.id) as asked,
      (select jsonb_agg(jsonb_build_object('slot', t.slot, 'number', t.number, 'response', t.response, 'at', t.received_at) order by t.slot, t.number)
        from item_tries t where t.attempt_id = a.id) as tries
    from attempts a join entries e on e.id = a.entry_id join contests c on c.id = e.contest_id where c.id = ${contestId} order by 1`);
  return rows.map(({ person_id, started_at, opens_at, asked, tries }) => {
    const [started, opens] = [new Date(started_at).getTime(), new Date(opens_at).getTime()];
    const isWhole = format.kind === "icpc";
    const own = (slot: number) => (tries ?? []).filter((one) => one.slot === slot);
    const all = spread(
      asked,
      asked.map((question, slot) => stood(question, own(slot), ruled, isWhole)),
      ruled,
    );
    const after = (one: Stood) => (one.atMs === null ? 0 : one.atMs - started);
    const solved = all.filter(({ right, atMs }) => right && atMs !== null);
    const penalty = solved.reduce((sum, one) => sum + after(one) + one.wrong * (format.penaltyMs ?? 0), 0);
    return {
      person: Number(person_id),
      milli: all.reduce((sum, { milli }) => sum + milli, 0),
      right: isWhole ? all.filter(({ right }) => right).length : 0,
      ms: isWhole ? penalty : Math.max(0, ...all.map(after)),
      lastMs: Math.max(0, ...all.flatMap(({ milli, atMs }) => (milli > 0 && atMs !== null ? [atMs - opens] : []))),
    };
  });
}

/** Places 1-2-2-4 by points, number, time and the last that scored. */
export function placed<Line extends Omit<TriedResult, "person">>(lines: readonly Line[]): (Line & { rank: number })[] {
  const isBefore = (a: Line, b: Line) =>
    ([b.milli - a.milli, b.right - a.right, a.ms - b.ms, a.lastMs - b.lastMs].find((by) => by !== 0) ?? 0) < 0;
  return lines.map((line) => ({ ...line, rank: 1 + lines.filter((other) => isBefore(other, line)).length }));
}
