import { asc, desc, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { promotionRows, promotions } from "#db/schema/stages.ts";
import { type PromotionRow, promote } from "#domain/stages/promote.ts";
import type { PromotionRules } from "#domain/stages/promotion-rules.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { listCandidates } from "./list-candidates.ts";

export type NamedRow = PromotionRow & Readonly<{ name: string; branchName: string; division: string | null }>;

/** Who would go on by these rules as results stand now, leaving out who stepped back. */
export async function promotedNow(
  db: Db | Tx,
  contest: Pick<ContestSubject, "id" | "rules">,
  rules: PromotionRules,
  without: readonly number[],
): Promise<NamedRow[]> {
  const all = await listCandidates(db, contest);
  const candidates = all.filter(({ subject }) => !without.includes(subject));
  const bySubject = new Map(candidates.map((one) => [one.subject, one]));
  return promote(candidates, rules).map((row) => {
    const { name = "", branchName = "", division = null } = bySubject.get(row.subject) ?? {};
    return { ...row, name, branchName, division };
  });
}

/** The list that is in force, as it was published; undefined before there is one. */
export async function latestPromotion(db: Db | Tx, contestId: number) {
  const { id, number, publishedAt, reason, without } = promotions;
  const [latest] = await db
    .select({ id, number, publishedAt, reason, without })
    .from(promotions)
    .where(eq(promotions.contestId, contestId))
    .orderBy(desc(number))
    .limit(1);
  if (!latest) return undefined;
  const kept = await db.select().from(promotionRows).where(eq(promotionRows.promotionId, latest.id)).orderBy(asc(promotionRows.place));
  const rows = kept.map(({ teamId, personId, kind, name, branchName, division, rank, scoreMilli, why }): NamedRow => {
    return { subject: teamId ?? personId ?? 0, kind, name, branchName, division, rank, scoreMilli, why };
  });
  return { ...latest, rows };
}

export type Difference = Readonly<{ joins: readonly string[]; leaves: readonly string[]; moves: readonly string[] }>;

const goesOn = ({ kind }: NamedRow) => kind === "promoted";

export const NO_DIFFERENCE: Difference = { joins: [], leaves: [], moves: [] };

/** What a published list and the results of now disagree about, by name; empty lists when nothing changed. */
export function differenceOf(published: readonly NamedRow[], now: readonly NamedRow[]): Difference {
  const before = new Map(published.map((row) => [row.subject, row]));
  const after = new Map(now.map((row) => [row.subject, row]));
  const was = (row: NamedRow, list: ReadonlyMap<number, NamedRow>) => {
    const other = list.get(row.subject);
    return other !== undefined && goesOn(other);
  };
  return {
    joins: now.filter((row) => goesOn(row) && !was(row, before)).map(({ name }) => name),
    leaves: published.filter((row) => goesOn(row) && !was(row, after)).map(({ name }) => name),
    moves: now
      .filter((row) => {
        const other = before.get(row.subject);
        return other && other.kind === row.kind && (other.rank !== row.rank || other.scoreMilli !== row.scoreMilli);
      })
      .map(({ name }) => name),
  };
}

export const isDifferent = ({ joins, leaves, moves }: Difference): boolean => joins.length + leaves.length + moves.length > 0;
