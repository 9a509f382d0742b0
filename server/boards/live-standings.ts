// Above 150 lines: what is held of a board, its people, branches and teams, stands together: it is loaded, moved and shown as one.
import { database } from "#db/client.ts";
import { branchBoard } from "#domain/boards/branch-board.ts";
import type { BranchFacts } from "#domain/boards/branch-totals.ts";
import { type BoardCut, publicCutOf, visibleUntil } from "#domain/boards/freeze.ts";
import { viewOf } from "#domain/boards/near-view.ts";
import { Standings } from "#domain/boards/standings.ts";
import { boardMoves } from "#domain/contests/phase.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { type ContestSubject, findContestById } from "#server/contests/find-contest.ts";
import { firstTeamsOf } from "#server/teams/team-places-of.ts";
import { publicTeam } from "#server/teams/team-projection.ts";
import { publicPlace } from "./board-projection.ts";
import { branchFactsOf, type NamedBranchFacts } from "./branch-facts.ts";
import { BOARD_PAGE } from "./get-board.ts";
import { branchesAmong } from "./get-branch-board.ts";
import type { LiveBranch, LiveEvents } from "./live-events.ts";
import { listStandings, namesOfEntries, type StandingRow, standingsOfContest } from "./read-standings.ts";

/** The branch board is made over all results, so it may take this share of the time at most. */
const BRANCH_SHARE = 0.05;
type Result = { branchId: number; scoreMilli: number; totalMs: number; days: number };

/** One contest's standings in memory: a cache of the table, never the truth. What it shows is what the page shows (D5), S_f while it is frozen (D6). */
export class LiveStandings {
  contest: ContestSubject;
  /** What was loaded: a board of another moment needs another one of these. */
  readonly #cut: BoardCut;
  readonly #standings = new Standings();
  readonly #memberOf = new Map<number, number>();
  readonly #entryIds: number[] = [];
  readonly #results: (Result | null)[] = [];
  readonly #names = new Map<number, { name: string; branchName: string }>();
  #teams: LiveEvents["board"]["teams"] = null;
  #owesTeams = true;
  #facts: NamedBranchFacts | null = null;
  #branches: LiveBranch[] | null = null;
  #branchesAgainMs = 0;
  #owesBranches = true;

  constructor(contest: ContestSubject, cut: BoardCut) {
    this.contest = contest;
    this.#cut = cut;
  }

  /** Loads a contest and its standings as the public sees them at `now`. Null when there is no such contest. */
  static async open(contestId: number, now: Date): Promise<LiveStandings | null> {
    const contest = await findContestById(database("judge"), contestId);
    if (!contest) return null;
    const cut = publicCutOf(contest, now);
    const live = new LiveStandings(contest, cut);
    if (cut !== "none") for await (const rows of standingsOfContest(contestId, cut)) live.#put(rows);
    live.#standings.commit();
    if (contest.rules.board.branches) live.#facts = await branchFactsOf(database("judge"), contest, cut);
    return live;
  }

  /** Reads the contest again: its times, or what a person decided, changed. */
  async reload(): Promise<void> {
    const contest = await findContestById(database("judge"), this.contest.id);
    if (contest) this.contest = contest;
    this.#owesTeams = true;
    if (this.contest.rules.board.branches) this.#facts = await branchFactsOf(database("judge"), this.contest, this.#cut);
  }

  /** Whether what is in memory is still what the public may see: at the freeze and at the release it is not. */
  isOutdated(now: Date): boolean {
    return this.#cut !== publicCutOf(this.contest, now);
  }

  /** Reads these entries' results again. A frozen board moves for nobody's. True when it may have moved. */
  async apply(entryIds: readonly number[]): Promise<boolean> {
    if (this.#cut !== "now") return false;
    this.#put(await listStandings(entryIds));
    return true;
  }

  /** Somebody came to a team, or left it: read again with the next board. A frozen one stands. True when it may have moved. */
  forgetTeams(): boolean {
    if (this.#cut !== "now") return false;
    this.#owesTeams = true;
    return true;
  }

  get isFrozen(): boolean {
    return this.#cut !== "now";
  }

  #put(rows: readonly StandingRow[]): void {
    for (const row of rows) {
      let member = this.#memberOf.get(row.entryId);
      if (member === undefined) {
        member = this.#entryIds.push(row.entryId) - 1;
        this.#memberOf.set(row.entryId, member);
      }
      if (row.counts) this.#standings.set(member, row);
      else this.#standings.remove(member);
      this.#owesBranches = true;
      this.#owesTeams = true;
      const { branchId, scoreMilli, totalMs, days } = row;
      this.#results[member] = row.counts ? { branchId, scoreMilli, totalMs, days } : null;
    }
  }

  /** The public board as the printed rules show it at `now`, or null while they do not. */
  async board(now: Date, nowMs: number): Promise<LiveEvents["board"] | null> {
    this.#standings.commit();
    const { moves, names, places } = this.contest.rules.board;
    // The stream is the same for everybody: where members see no list, it carries none, and each asks for the own place.
    const isFull = viewOf(this.contest.rules.board) === "full";
    if (this.isOutdated(now) || this.#cut === "none" || !boardMoves(moves, { contest: phasedContest(this.contest), now })) return null;
    const top = isFull ? this.#standings.top(Math.min(places ?? BOARD_PAGE, BOARD_PAGE)) : [];
    const entryIds = top.map(({ member }) => this.#entryIds[member] as number);
    const unnamed = entryIds.filter((id) => !this.#names.has(id));
    if (unnamed.length > 0) for (const [id, name] of await namesOfEntries(unnamed)) this.#names.set(id, name);
    return {
      asOf: visibleUntil(this.contest, now).toISOString(),
      total: this.#standings.size,
      isFrozen: this.isFrozen,
      places: top.map((place, at) =>
        publicPlace(
          { ...place, ...this.#daysOf(place), ...(this.#names.get(entryIds[at] as number) ?? { name: "", branchName: "" }) },
          names,
        ),
      ),
      branches: this.#branchRows(nowMs),
      teams: await this.#teamRows(),
    };
  }

  #daysOf = ({ member }: { member: number }) => ({ days: this.#results[member]?.days ?? 0 });

  /** The stored places of teams, read again when a result came in: they are written in the transaction that counted it. */
  async #teamRows(): Promise<LiveEvents["board"]["teams"]> {
    const { team, board } = this.contest.rules;
    if (!team || !this.#owesTeams) return this.#teams;
    this.#owesTeams = false;
    const most = Math.min(board.places ?? BOARD_PAGE, BOARD_PAGE);
    const first = await firstTeamsOf(database("judge"), this.contest, this.#cut, most).catch((error: unknown) => {
      this.#owesTeams = true; // made with the next board
      throw error;
    });
    this.#teams = first && { total: first.total, places: first.places.map((place) => publicTeam(place, board.names)) };
    return this.#teams;
  }

  /** How many entries have a place. */
  get size(): number {
    return this.#standings.size;
  }

  /** True when the branch board lags behind and may be made again. */
  owesBranches(nowMs: number): boolean {
    return this.#owesBranches && this.#facts !== null && nowMs >= this.#branchesAgainMs;
  }

  #branchRows(nowMs: number): LiveBranch[] | null {
    const facts = this.#facts;
    if (!facts) return null;
    if (this.#branches && !this.owesBranches(nowMs)) return this.#branches;
    const startedMs = performance.now();
    const { branchFormula: formula, topN } = this.contest.rules.board;
    const whole: BranchFacts = { ...facts, results: this.#results.filter((result) => result !== null), topN };
    const { rows } = branchBoard({ ...whole, formula, among: branchesAmong(facts, undefined) });
    this.#branches = rows.slice(0, BOARD_PAGE).map((row) => ({
      branchId: row.branchId,
      name: facts.names.get(row.branchId) ?? "",
      rank: row.rank,
      eligible: row.eligible,
      participants: row.participants,
      rawMilli: row.rawMilli,
      adjustedMilli: row.adjustedMilli,
      shrunk: row.shrunk,
    }));
    this.#owesBranches = false;
    this.#branchesAgainMs = nowMs + (performance.now() - startedMs) / BRANCH_SHARE;
    return this.#branches;
  }
}
