import { z } from "zod";
import type { HallEvent } from "#domain/halls/acts.ts";
import { effectsOf, replay } from "#domain/halls/replay.ts";
import { hallRulesSchema } from "#domain/halls/rules.ts";
import type { Setup } from "#domain/halls/state.ts";
import { type Damage, type Pack, rowsOf } from "./open-pack.ts";

const EVENTS = "halls/events.jsonl";
const hallSchema = z.object({ hall_id: z.number(), rules: hallRulesSchema });
const sideSchema = z.object({ hall_id: z.number(), seat: z.number() });
const questionSchema = z.object({ hall_id: z.number(), round: z.number(), version_id: z.number() });
const effectSchema = z.object({ seat: z.number(), points: z.number(), extra: z.number() });
const eventSchema = z.object({
  ...{ hall_id: z.number(), seq: z.number(), kind: z.string(), seat: z.number().nullable(), said: z.record(z.string(), z.unknown()) },
  ...{ effects: z.array(effectSchema), at: z.string(), instance: z.string().nullable(), us: z.number().nullable() },
});

async function all<T>(rows: AsyncGenerator<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

const eventOf = ({ seq, kind, seat, said, at, us, instance }: z.output<typeof eventSchema>): HallEvent =>
  ({ ...said, seq, kind, atMs: Date.parse(at), ...(seat !== null && { seat }), ...(us !== null && { us, instance }) }) as HallEvent;

const said = (effects: readonly z.output<typeof effectSchema>[]): string =>
  JSON.stringify(effects.map(({ seat, points, extra }) => [seat, points, extra]).toSorted(([a = 0], [b = 0]) => a - b));

/** Whether what every line of a final's ledger says it changed of the scores is what the rules make of the lines so far. */
export async function recheckHalls(pack: Pack): Promise<{ halls: number; problems: Damage[] }> {
  const problems: Damage[] = [];
  const halls = await all(rowsOf(pack, "halls/halls.jsonl", hallSchema));
  const sides = await all(rowsOf(pack, "halls/sides.jsonl", sideSchema));
  const questions = await all(rowsOf(pack, "halls/questions.jsonl", questionSchema));
  const rows = await all(rowsOf(pack, EVENTS, eventSchema));
  for (const { hall_id: id, rules } of halls) {
    const own = questions.filter(({ hall_id }) => hall_id === id);
    const setup: Setup = {
      rules,
      seats: sides.filter(({ hall_id }) => hall_id === id).map(({ seat }) => seat),
      questions: rules.rounds.map((_round, at) => own.filter(({ round }) => round === at).map(({ version_id }) => version_id)),
    };
    const events: HallEvent[] = [];
    let before = replay(setup, events);
    for (const row of rows.filter(({ hall_id }) => hall_id === id)) {
      events.push(eventOf(row));
      const after = replay(setup, events);
      if (said(effectsOf(setup, before, after)) !== said(row.effects))
        problems.push({ name: EVENTS, why: `hall ${id}, line ${row.seq}: scores` });
      before = after;
    }
  }
  return { halls: halls.length, problems };
}
