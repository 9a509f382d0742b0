import type { Db } from "#db/client.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { itemsLeft, type ReportFilter } from "./report-filter.ts";
import { findReportProgramme } from "./report-programme.ts";
import { scopeOf } from "./report-scope.ts";
import type { ReportAsk } from "./scoped-tasks.ts";

type Filter = ReportFilter & Readonly<{ slug: string; branchId?: number | undefined }>;

/** The programme, the scope and the items a report is asked about; what is out of reach is not found. */
export async function askOf(db: Db, viewer: Member, { slug, branchId, audience, module, item }: Filter, now: Date): Promise<ReportAsk> {
  const programme = await findReportProgramme(db, slug);
  if (!programme) throw new Refusal("not-found");
  const scope = await scopeOf(db, viewer, programme.path, branchId);
  const filter = { audience, module, item };
  return { programme, scope, items: itemsLeft(programme, filter), filter, now };
}
