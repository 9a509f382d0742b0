import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { shortagesOf } from "#domain/papers/draw-paper.ts";
import type { Member } from "#domain/people/viewer.ts";
import { checkDraft, type DraftProblem } from "#domain/programmes/check-draft.ts";
import { itemsOfDraft, type ProgrammeDraft } from "#domain/programmes/draft.ts";
import { listBankFor } from "#server/contests/contest-pool.ts";
import { findNamedMeetings, type NamedMeeting } from "./find-named-meetings.ts";

type Found = { id: string; slug: string; title: string; is_ready: boolean; has_checks: boolean };
type Named = ReadonlyMap<string, Found>;
/** What the slugs of a draft stand for. */
export type ResolvedDraft = Readonly<{
  materials: Named;
  contests: Named;
  meetings: ReadonlyMap<number, NamedMeeting>;
  requires: readonly number[];
  problems: readonly DraftProblem[];
}>;

const bySlug = (rows: readonly Found[]): Named => new Map(rows.map((row) => [row.slug, row]));

async function findMaterials(db: Db | Tx, slugs: readonly string[], path: string): Promise<Named> {
  const { rows } = await db.execute<Found>(sql`
    select m.id, m.slug, coalesce(v.title, m.slug) as title, m.published_version_id is not null and m.archived_at is null as is_ready,
      exists (select 1 from material_checks k where k.version_id = m.published_version_id) as has_checks
    from materials m left join branches b on b.id = m.branch_id left join material_versions v on v.id = m.published_version_id
    where m.slug = any(${sql.param(slugs)}::text[]) and (m.branch_id is null or starts_with(${path}, b.path))`);
  return bySlug(rows);
}

async function findContests(db: Db | Tx, slugs: readonly string[], path: string): Promise<Named> {
  const { rows } = await db.execute<Found>(sql`
    select c.id, c.slug, c.title, c.published_at is not null and c.cancelled_at is null as is_ready, true as has_checks
    from contests c join branches b on b.id = c.branch_id
    where c.slug = any(${sql.param(slugs)}::text[]) and starts_with(${path}, b.path)`);
  return bySlug(rows);
}

/** The programmes to be finished first, and what is wrong with asking for them. */
async function findRequired(db: Db | Tx, slugs: readonly string[], path: string, ownId: number | null) {
  const { rows } = await db.execute<{ id: string; slug: string; is_circle: boolean }>(sql`
    select p.id, p.slug, exists (
      with recursive needed(id) as (select p.id union select q.requires_id from programme_prerequisites q join needed n on q.programme_id = n.id)
      select 1 from needed where id = ${ownId}::bigint) as is_circle
    from programmes p join branches b on b.id = p.branch_id
    where p.slug = any(${sql.param(slugs)}::text[]) and p.kind <> 'template' and starts_with(${path}, b.path)`);
  const problems = slugs.flatMap((slug, at): DraftProblem[] => {
    const row = rows.find((one) => one.slug === slug);
    const code = !row ? "not-found" : Number(row.id) === ownId ? "requires-itself" : row.is_circle ? "requires-circle" : null;
    return code ? [{ path: `requires.${at}`, code, level: "stops" }] : [];
  });
  return { ids: [...new Set(rows.map(({ id }) => Number(id)))], problems };
}

function subjectProblem(found: Found | undefined, path: string, name: "material" | "contest"): DraftProblem[] {
  if (!found) return [{ path, code: "not-found", level: "stops" }];
  return found.is_ready ? [] : [{ path, code: `${name}-unpublished`, level: "unready" }];
}

function meetingProblem(found: NamedMeeting | undefined, path: string): DraftProblem[] {
  if (!found) return [{ path, code: "not-found", level: "stops" }];
  return found.isCancelled ? [{ path, code: "meeting-cancelled", level: "warning" }] : [];
}

/** Looks up what a draft names, as far as people of the branch at `path` (meetings: the viewer) may see it, and adds to the draft's own problems what only the database knows. */
export async function resolveDraft(
  db: Db | Tx,
  draft: ProgrammeDraft,
  path: string,
  ownId: number | null,
  viewer: Member | null = null,
): Promise<ResolvedDraft> {
  const placed = itemsOfDraft(draft);
  const named = (field: "material" | "contest") => placed.flatMap(({ item }) => item[field] ?? []);
  const materials = await findMaterials(db, named("material"), path);
  const contests = await findContests(db, named("contest"), path);
  const meetings = await findNamedMeetings(
    db,
    placed.flatMap(({ item }) => item.meetingId ?? []),
    ownId,
    viewer,
  );
  const required = await findRequired(db, draft.requires, path, ownId);
  const bank = placed.some(({ item }) => item.quiz) ? await listBankFor(db, path) : [];
  const problems: DraftProblem[] = [...checkDraft(draft), ...required.problems];
  for (const { item, path: at } of placed) {
    if (item.material) problems.push(...subjectProblem(materials.get(item.material), `${at}.material`, "material"));
    if (item.contest) problems.push(...subjectProblem(contests.get(item.contest), `${at}.contest`, "contest"));
    if (item.meetingId) problems.push(...meetingProblem(meetings.get(item.meetingId), `${at}.meetingId`));
    if (item.material && item.moveOn !== "NotApplicable" && materials.get(item.material)?.has_checks === false)
      problems.push({ path: `${at}.material`, code: "reading-without-checks", level: "warning" });
    for (const { line, wanted, have } of item.quiz ? shortagesOf(item.quiz.blueprint, bank) : [])
      problems.push({ path: `${at}.quiz.blueprint.${line}.count`, code: "pool-too-small", level: "unready", params: { wanted, have } });
  }
  return { materials, contests, meetings, requires: required.ids, problems };
}
