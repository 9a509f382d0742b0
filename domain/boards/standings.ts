import { grown, RankColumns } from "./rank-columns.ts";
import { cappedRankFields, type RankFields } from "./rank-key.ts";

/** A member's place: `member` is the caller's dense index (from 0) of an entry in this contest. */
export type Place = RankFields & { readonly member: number; readonly rank: number };

/**
 * One running contest's standings in memory, for up to millions of members (29 bytes each). The four fields are those of the stored
 * rank key, with its caps, so memory and database never disagree. Changes are collected by `set` and `remove` and seen after
 * `commit`, which re-places all of them in one pass; between commits every reader sees the same board. A cache: kill it, `load` it.
 */
export class Standings {
  #columns = new RankColumns();
  #isPlaced = new Uint8Array(0);
  /** Members, best first; among those that share a rank the lower index first, which keeps pages stable and ranks nobody. */
  #order = new Uint32Array(0);
  #spare = new Uint32Array(0);
  #size = 0;
  #changes = new Map<number, RankFields | null>();

  /** How many members have a place. */
  get size(): number {
    return this.#size;
  }

  /** Adds a member or replaces their result, from the next commit on. */
  set(member: number, fields: RankFields): void {
    this.#changes.set(member, cappedRankFields(fields));
  }

  /** Takes a member off the board, from the next commit on (voided, or no longer counted). */
  remove(member: number): void {
    this.#changes.set(member, null);
  }

  /** Starts anew from facts. Rows that come in the order of the board (`order by rank_key desc`) are not sorted again. */
  load(rows: Iterable<RankFields & { readonly member: number }>): void {
    this.#isPlaced.fill(0);
    this.#size = 0;
    this.#changes.clear();
    for (const row of rows) {
      const { member } = row;
      this.#reserve(member);
      if (this.#isPlaced[member] === 1) throw new RangeError(`member ${member} twice`);
      this.#columns.write(member, cappedRankFields(row));
      this.#isPlaced[member] = 1;
      this.#order[this.#size] = member;
      this.#size += 1;
    }
    const placed = this.#order.subarray(0, this.#size);
    if (placed.some((member, at) => at > 0 && this.#compare(placed[at - 1] as number, member) > 0))
      placed.sort((a, b) => this.#compare(a, b));
  }

  /** Puts all changes in their places and says how many there were. */
  commit(): number {
    const changed = this.#changes;
    if (changed.size === 0) return 0;
    const byPlace = (a: number, b: number) => this.#compare(a, b);
    // The old fields are still those in the arrays, so the old places can be found by searching.
    this.#rebuild([...changed.keys()].filter((member) => this.#isPlaced[member] === 1).sort(byPlace), false);
    const coming: number[] = [];
    for (const [member, fields] of changed) {
      if (fields === null) continue;
      this.#reserve(member);
      this.#columns.write(member, fields);
      coming.push(member);
    }
    this.#rebuild(coming.sort(byPlace), true);
    this.#changes = new Map();
    return changed.size;
  }

  /** 1 + the number of members strictly better; null for who has no place. */
  rankOf(member: number): number | null {
    if (this.#isPlaced[member] !== 1) return null;
    return 1 + this.#search(0, (other) => this.#columns.compare(other, member) < 0);
  }

  /** The best `count` places. */
  top(count: number): Place[] {
    return this.page(0, count);
  }

  /** `count` places from `position` (0 is the first line). */
  page(position: number, count: number): Place[] {
    const members = this.#order.subarray(Math.min(position, this.#size), Math.min(position + count, this.#size));
    let rank = 0;
    return Array.from(members, (member, at) => {
      const before = members[at - 1];
      if (before === undefined) rank = this.rankOf(member) ?? 0;
      else if (this.#columns.compare(before, member) !== 0) rank = position + at + 1;
      return { member, rank, ...this.#columns.read(member) };
    });
  }

  /** The member's own line with up to `span` lines on either side; empty for who has no place. */
  neighbours(member: number, span: number): Place[] {
    if (this.#isPlaced[member] !== 1) return [];
    const position = this.#search(0, (other) => this.#compare(other, member) < 0);
    const from = Math.max(0, position - span);
    return this.page(from, position + span + 1 - from);
  }

  /** By place on the page: as the ranks, and by index among those that share one. */
  #compare(a: number, b: number): number {
    return this.#columns.compare(a, b) || a - b;
  }

  /** The first line from `from` on whose member is not `before` the one looked for. */
  #search(from: number, before: (member: number) => boolean): number {
    let low = from;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (before(this.#order[middle] as number)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes sorted members out of the order, or puts them in, copying the runs between them in one pass. */
  #rebuild(members: readonly number[], coming: boolean): void {
    let from = 0;
    let to = 0;
    for (const member of members) {
      const at = this.#search(from, (other) => this.#compare(other, member) < 0);
      this.#spare.set(this.#order.subarray(from, at), to);
      to += at - from;
      from = coming ? at : at + 1;
      if (coming) this.#spare[to++] = member;
      this.#isPlaced[member] = coming ? 1 : 0;
    }
    this.#spare.set(this.#order.subarray(from, this.#size), to);
    this.#size += coming ? members.length : -members.length;
    [this.#order, this.#spare] = [this.#spare, this.#order];
  }

  /** Makes room for a member's index, doubling, so that adding stays cheap. */
  #reserve(member: number): void {
    if (member < this.#columns.capacity) return;
    const capacity = Math.max(1_024, 2 * this.#columns.capacity, member + 1);
    this.#columns.grow(capacity);
    this.#isPlaced = grown(new Uint8Array(capacity), this.#isPlaced);
    this.#order = grown(new Uint32Array(capacity), this.#order);
    this.#spare = new Uint32Array(capacity);
  }
}
