import type { Db, Tx } from "#db/client.ts";
import type { PointRule } from "#domain/points/rules.ts";
import { policyAt } from "./policy-at.ts";

/** Whether the rules in force give anything for it: asked before anything is read that only points need. */
export async function pays(db: Db | Tx, rule: PointRule, now: Date): Promise<boolean> {
  const kept = await policyAt(db, now);
  return kept?.policy.isOn === true && kept.policy.rules[rule].points > 0;
}
