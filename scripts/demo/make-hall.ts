import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { halls } from "#db/schema/halls.ts";
import { hallRulesSchema } from "#domain/halls/rules.ts";
import { newCode, writeParts } from "#server/halls/write-hall.ts";

const source = { from: "bank", category: "理论学习", kind: "single" };
/** Every kind of round, each short. */
const RULES = hallRulesSchema.parse({
  rounds: [
    { kind: "individual", title: "必答题", source },
    { kind: "consult", title: "共答题", source },
    { kind: "buzz", title: "抢答题", items: 6, steal: true, source },
    { kind: "risk", title: "风险题", source },
    { kind: "arena", title: "擂台题", source },
    { kind: "audience", title: "观众题", items: 3, source },
    { kind: "extra", title: "加赛", items: 3, source },
  ],
});
const SIDES: readonly (readonly [name: string, staffNos: readonly string[]])[] = [
  ["知微队", ["member01"]],
  ["见行队", ["member02"]],
  ["求实队", []],
  ["笃学队", []],
  ["明理队", []],
  ["力行队", []],
];

/** A final that is ready to begin: six sides, two of them with a buzzer in a demo person's hand, the others at the console's keyboard. */
export async function makeDemoHall(tx: Tx, branch: { id: number; path: string }, organizerId: number, now: Date): Promise<void> {
  const [seed, code, title] = [randomUUID(), newCode(), "理论学习现场决赛（演示）"];
  const [made] = await tx
    .insert(halls)
    .values({ branchId: branch.id, title, rules: RULES, code, seed, createdBy: organizerId, createdAt: now })
    .returning({ id: halls.id });
  const sides = SIDES.map(([name, staffNos]) => ({ name, staffNos: [...staffNos], others: [] }));
  const fields = { title, branchId: branch.id, rules: RULES, sides };
  await writeParts(tx, { viewer: null, now }, { hallId: made?.id ?? 0, path: branch.path, seed, fields, code });
}
