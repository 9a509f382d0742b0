import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { programmes } from "#db/schema/programmes.ts";

/** What giving certificates needs to know of a programme. */
export type CertifyingProgramme = Readonly<{
  id: number;
  slug: string;
  title: string;
  titleEn: string;
  certificateTitle: string | null;
  certificateTitleEn: string;
  path: string;
}>;

const { id, slug, title, titleEn, certificateTitle, certificateTitleEn } = programmes;
const columns = { id, slug, title, titleEn, certificateTitle, certificateTitleEn, path: branches.path };

export async function findCertifying(db: Db | Tx, which: { slug: string } | { id: number }): Promise<CertifyingProgramme | undefined> {
  const isIt = "slug" in which ? eq(slug, which.slug) : eq(id, which.id);
  const [found] = await db.select(columns).from(programmes).innerJoin(branches, eq(branches.id, programmes.branchId)).where(isIt);
  return found;
}
