import { inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { foldSmall, isTooSmall } from "#domain/completion/fold-small.ts";
import type { Member } from "#domain/people/viewer.ts";
import { inTreeOrder } from "#server/branches/list-branches.ts";
import { type Line, readBranchFigures } from "./branch-figures.ts";
import type { ReportAsk } from "./scoped-tasks.ts";

export type NamedLine = Line & Readonly<{ branch: { id: number; name: string } | null; hasBelow: boolean }>;

async function readBranches(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  const { id, parentId, code, name, path } = branches;
  const hasBelow = sql<boolean>`exists (select 1 from branches c where c.parent_id = ${branches.id})`;
  return db
    .select({ id, parentId, code, name, path, hasBelow })
    .from(branches)
    .where(inArray(id, [...ids]));
}

/**
 * The lines of a branch report in tree order, what counts right at the focus first. Branches of one or two people go into that first
 * line, but for who administers them (D5). `withheld`: the whole is too small for this viewer, and there is nothing to show.
 */
export async function readBranchLines(db: Db, viewer: Member, ask: ReportAsk) {
  const raw = await readBranchFigures(db, ask);
  if (isTooSmall(raw.whole.people) && raw.whole.people > 0 && !ask.scope.seesSmall)
    return { withheld: true, lines: [], whole: null, folded: 0 };
  const known = await readBranches(
    db,
    raw.lines.flatMap(({ id }) => (id === null ? [] : [id])),
  );
  const open = raw.lines.filter(({ id }) => id !== null && !known.some((branch) => branch.id === id && can.seeSmallUnits(viewer, branch)));
  const own = ask.scope.seesSmall ? 0 : (raw.lines.find(({ id }) => id === null)?.people ?? 0);
  const folded = [
    ...foldSmall(
      open.map(({ id, people }) => ({ id: id ?? 0, people })),
      own,
    ).folded,
  ];
  const { lines, whole } = folded.length > 0 ? await readBranchFigures(db, ask, folded) : raw;
  const byId = new Map(lines.map((line) => [line.id, line]));
  const first = byId.get(null);
  const isShown = first && (ask.scope.seesSmall || first.people === 0 || !isTooSmall(first.people));
  const named: NamedLine[] = inTreeOrder(known).flatMap(({ row }) => {
    const line = byId.get(row.id);
    return line ? [{ ...line, branch: { id: row.id, name: row.name }, hasBelow: row.hasBelow }] : [];
  });
  return {
    withheld: false,
    lines: isShown ? [{ ...first, branch: null, hasBelow: false }, ...named] : named,
    whole,
    folded: folded.length,
  };
}
