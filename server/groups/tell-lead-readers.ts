import type { Tx } from "#db/client.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import type { Reassigned } from "./replan-rota.ts";

type Telling = Readonly<{ slug: string; name: string; by: number; now: Date }>;

/** Tells everybody who has come to lead a meeting, once, with how many; who planned it knows already. */
export async function tellLeadReaders(tx: Tx, changed: readonly Reassigned[], { slug, name, by, now }: Telling): Promise<void> {
  const counts = new Map<number, number>();
  for (const { to } of changed) if (to !== null && to !== by) counts.set(to, (counts.get(to) ?? 0) + 1);
  const alike = new Map<number, number[]>();
  for (const [personId, count] of counts) alike.set(count, [...(alike.get(count) ?? []), personId]);
  for (const [count, personIds] of alike)
    await giveNotice(tx, { personIds, kind: "lead-assigned", params: { group: name, count }, path: `/groups/${slug}`, now });
}
