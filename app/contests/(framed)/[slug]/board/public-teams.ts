import type { LiveEvents } from "#server/boards/live-events.ts";
import type { TeamBoard } from "./live-teams.tsx";

type Row = TeamBoard["rows"][number];

/** The stream does not say which row is whose; the own one is known by what it says. */
const isSame = (place: Omit<Row, "own">, own: TeamBoard["own"]): boolean =>
  own !== null &&
  place.rank === own.rank &&
  place.totalMs === own.totalMs &&
  place.scoreMilli === own.scoreMilli &&
  (place.name ?? own.name) === own.name;

/**
 * The board of teams after the stream spoke: its first page of all divisions. Another page, one division, and the names that an organizer
 * reads and the public does not are asked for.
 */
export function withPublicTeams(known: TeamBoard, { teams, asOf, isFrozen }: LiveEvents["board"]): TeamBoard {
  // Who joins is told what was last said, and that may be older than the page; an organizer reads the true board of a frozen contest.
  if (!teams || asOf < known.asOf || (isFrozen && known.freeze.showsTruth && known.freeze.mayChoose)) return known;
  const freeze = { ...known.freeze, isFrozen, showsTruth: !isFrozen };
  // From the freeze on nobody is told the own place.
  const own = isFrozen ? null : known.own;
  const hidesNames = teams.places.some(({ name }) => name === null) && known.rows.some((row) => row.name !== null && !row.own);
  if (known.page > 1 || known.division !== null || hidesNames) return { ...known, freeze, own };
  const rows = teams.places.map((place) => {
    const isOwn = isSame(place, own);
    return { ...place, name: isOwn ? (own?.name ?? place.name) : place.name, own: isOwn };
  });
  return { ...known, freeze, own, asOf, total: teams.total, rows };
}
