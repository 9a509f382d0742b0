import type { Tx } from "#db/client.ts";
import { giveNotice } from "#server/notices/give-notice.ts";

type Hidden = Readonly<{
  kind: "annotation-hidden" | "reply-hidden";
  personId: number;
  words: string;
  reason: string;
  slug: string;
  now: Date;
}>;

/** An author hears that an office holder hid what the author wrote, and why; not who it was: the ledger knows. */
export async function tellHidden(tx: Tx, { kind, personId, words, reason, slug, now }: Hidden): Promise<void> {
  const params = { words: [...words].slice(0, 40).join(""), reason };
  await giveNotice(tx, { personIds: [personId], kind, params, path: `/materials/${slug}`, now });
}
