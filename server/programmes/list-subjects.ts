import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

/** Texts or contests that an item for people of a branch may be about: published, and theirs to see. */
export const listSubjects = query({
  at: "GET /api/desk/programme-subjects",
  input: z.strictObject({ kind: z.enum(["material", "contest"]), branchId: idSchema, q: blankable(z.string().max(60)) }),
  output: z.object({ subjects: z.array(z.object({ slug: z.string(), title: z.string(), hasChecks: z.boolean() })) }),
  door: "desk",
  may: can.openDesk,
  async run(db, { kind, branchId, q = "" }, { viewer, now }) {
    const branch = await findBranch(db, branchId);
    if (!branch || !can.makeProgramme(viewer, branch)) throw new Refusal("not-found");
    const { rows } = await db.execute<{ slug: string; title: string; has_checks: boolean }>(
      kind === "material"
        ? sql`select m.slug, v.title, exists (select 1 from material_checks k where k.version_id = v.id) as has_checks
            from materials m join material_versions v on v.id = m.published_version_id left join branches b on b.id = m.branch_id
            where m.archived_at is null and (m.branch_id is null or starts_with(${branch.path}, b.path))
              and strpos(lower(v.title || ' ' || v.title_en), lower(${q})) > 0 order by m.id desc limit 20`
        : sql`select c.slug, c.title, true as has_checks from contests c join branches b on b.id = c.branch_id
            where c.published_at is not null and c.cancelled_at is null and c.closes_at > ${now} and starts_with(${branch.path}, b.path)
              and strpos(lower(c.title), lower(${q})) > 0 order by c.id desc limit 20`,
    );
    return { subjects: rows.map(({ slug, title, has_checks }) => ({ slug, title, hasChecks: has_checks })) };
  },
});
