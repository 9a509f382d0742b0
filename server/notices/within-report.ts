import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { programmeAudiences, programmeModules } from "#db/schema/programmes.ts";
import { inAudience } from "#server/completion/report-filter.ts";
import { fieldRefusal } from "#server/verb.ts";

type Narrowing = Readonly<{ programmeId?: number | undefined; audience?: number | undefined; module?: number | undefined }>;

/**
 * The narrowing of a programme's reports by module and audience, of `tasks t`. An audience is of people, so it leaves the tasks of units
 * out, as the reports do. Refuses `not-found` at what is not of the programme: nobody is reminded of more than was asked.
 */
export async function withinReport(tx: Tx, { programmeId, audience, module }: Narrowing): Promise<SQL> {
  const parts: SQL[] = [sql`true`];
  if (module !== undefined) {
    const found = and(eq(programmeModules.id, module), eq(programmeModules.programmeId, programmeId ?? 0));
    if ((await tx.$count(programmeModules, found)) === 0) throw fieldRefusal("module", "not-found");
    parts.push(sql`t.item_id in (select i.id from programme_items i where i.module_id = ${module})`);
  }
  if (audience !== undefined) {
    const audiences = await tx
      .select({
        id: programmeAudiences.id,
        place: programmeAudiences.place,
        name: programmeAudiences.name,
        nameEn: programmeAudiences.nameEn,
        tags: programmeAudiences.tags,
      })
      .from(programmeAudiences)
      .where(eq(programmeAudiences.programmeId, programmeId ?? 0))
      .orderBy(asc(programmeAudiences.place));
    if (!audiences.some(({ id }) => id === audience)) throw fieldRefusal("audience", "not-found");
    parts.push(sql`exists (select 1 from people where people.id = t.person_id and ${inAudience({ audiences }, audience)})`);
  }
  return sql.join(parts, sql` and `);
}
