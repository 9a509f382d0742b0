import type { Db, Tx } from "#db/client.ts";
import type { Blueprint } from "#domain/contests/rules.ts";
import { shortagesOf } from "#domain/papers/draw-paper.ts";
import { Refusal } from "#domain/refusal.ts";
import { listBankFor } from "./contest-pool.ts";

/** The bank a blueprint would draw from, checked: refuses `pool-too-small` at the first line that cannot be filled. */
export async function checkedBank(tx: Db | Tx, path: string, blueprint: Blueprint) {
  const bank = await listBankFor(tx, path);
  const [short] = shortagesOf(blueprint, bank);
  if (short)
    throw new Refusal("pool-too-small", {
      field: `blueprint.${short.line}.count`,
      line: short.line + 1,
      wanted: short.wanted,
      have: short.have,
    });
  return bank;
}
