// Above 150 lines: what is noted, loaded and said of one contest stands together, for the order of the three is what keeps a board whole.
import { isFrozen } from "#domain/boards/freeze.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { type AttemptTime, listAttemptTimes } from "#server/attempts/attempt-times.ts";
import { patiently } from "#server/attempts/patiently.ts";
import type { LiveEvents } from "#server/boards/live-events.ts";
import { LiveStandings } from "#server/boards/live-standings.ts";
import type { LiveChange } from "#server/boards/read-live-changes.ts";
import { listBroadcasts } from "#server/clarifications/list-broadcasts.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { broadcast, frameOf, send, textOf } from "./broadcast.ts";
import type { Watcher } from "./watchers.ts";

/** D5: a full recompute now and then, as a check; not for boards so large that it would be felt. */
const CHECK_EVERY_MS = 30_000;
const CHECK_UP_TO = 50_000;

/** Fifty megabytes a second: a large board for a large audience goes out less often rather than fill the line that answers come in by. */
const MOST_BYTES_A_MS = 50_000;

/** Who is answering watches the clock, not the board: in a rush that is nearly everybody. */
const seesBoard = ({ attemptId }: Watcher): boolean => attemptId === null;
const socketsOf = (watchers: Iterable<Watcher>) => [...watchers].map(({ socket }) => socket);

/** What a stream says of an own attempt, and whether it is the reader's device that answers it. */
export function timeEvent(time: AttemptTime, { sessionId }: Pick<Watcher, "sessionId">, now: Date): LiveEvents["time"] {
  const { attemptId, state, dueAt, endsAt, seat } = time;
  const isHere = seat === null || seat === sessionId;
  return { attemptId, state, dueAt: dueAt.toISOString(), endsAt: endsAt.toISOString(), isHere, serverNow: now.toISOString() };
}

/** A time as text, to know whether it changed. */
export const saidOf = ({ state, dueAt, endsAt, seat }: AttemptTime): string => `${state} ${dueAt.getTime()} ${endsAt.getTime()} ${seat}`;

/** One contest that somebody watches: its board, what was last said, and what must be said next. */
export class WatchedContest {
  #live: LiveStandings;
  #boardFrame: Buffer | null = null;
  #firstBoard: Promise<void> | null = null;
  #isChanged = false;
  #phase = "";
  #entries = new Set<number>();
  #told: LiveEvents["clarifications"] | null = null;
  #isToldAnew = false;
  #mustReload = false;
  #mustLoadFrozen = false;
  #timesChanged = false;
  #teamsChanged = false;
  #checkedMs: number;
  #boardAgainMs = 0;
  emptySinceMs: number | null = null;
  boards = 0;
  dropped = 0;

  constructor(live: LiveStandings, nowMs: number) {
    this.#live = live;
    this.#checkedMs = nowMs;
  }

  get slug(): string {
    return this.#live.contest.slug;
  }

  /** Remembers what changed until the next tick. */
  note(change: LiveChange): void {
    if (change.change === "hand-in" && change.entryId !== null) this.#entries.add(change.entryId);
    else if (change.change === "clarification") this.#isToldAnew = true;
    else if (change.change === "team") this.#teamsChanged = true;
    else this.#mustReload = true;
    if (change.change === "time" || change.change === "hand-in") this.#timesChanged = true;
  }

  /** Makes the first board, once for all who come together after a restart. To be awaited before `snapshot`; ticks keep it fresh. */
  async prepare(now: Date, nowMs: number): Promise<void> {
    if (this.#phase === "") this.#phase = phaseOf(phasedContest(this.#live.contest), now);
    this.#told ??= await this.#readTold();
    this.#firstBoard ??= patiently(() => this.#makeBoard(now, nowMs));
    await this.#firstBoard.catch((error: unknown) => {
      this.#firstBoard = null;
      throw error;
    });
  }

  /** What a new reader must know, at once: between this and joining the readers nothing may be awaited. The board's bytes are everybody's. */
  snapshot(now: Date, reader: Watcher): { contest: string; board: Buffer | null } {
    const told = this.#told && this.#told.items.length > 0 ? textOf("clarifications", this.#told) : "";
    return { contest: `${textOf("contest", this.#contestEvent(now))}${told}`, board: seesBoard(reader) ? this.#boardFrame : null };
  }

  /** One tick: reads what changed, and says what is new to all who watch. */
  async tick(watchers: ReadonlySet<Watcher>, now: Date, nowMs: number): Promise<void> {
    await this.#refresh(now, nowMs);
    const phase = phaseOf(phasedContest(this.#live.contest), now);
    if (phase !== this.#phase) {
      this.#phase = phase;
      this.#isChanged = true;
      this.dropped += await broadcast(socketsOf(watchers), frameOf("contest", this.#contestEvent(now)));
    }
    if (this.#isToldAnew) await this.#tellTold(watchers);
    if (nowMs >= this.#boardAgainMs && (this.#isChanged || this.#live.owesBranches(nowMs))) await this.#tellBoard(watchers, now, nowMs);
    if (this.#timesChanged) {
      this.#timesChanged = false;
      await this.#tellTimes(watchers, now);
    }
  }

  /** What the organizer told everybody so far. */
  async #readTold(): Promise<LiveEvents["clarifications"]> {
    return { items: await patiently(() => listBroadcasts(this.#live.contest.id)) };
  }

  /** Says it to all who watch, whoever came in the meantime and heard it already. */
  async #tellTold(watchers: ReadonlySet<Watcher>): Promise<void> {
    this.#isToldAnew = false;
    this.#told = await this.#readTold().catch((error: unknown) => {
      this.#isToldAnew = true; // said with the next tick
      throw error;
    });
    this.dropped += await broadcast(socketsOf(watchers), frameOf("clarifications", this.#told));
  }

  async #tellBoard(watchers: ReadonlySet<Watcher>, now: Date, nowMs: number): Promise<void> {
    this.#isChanged = false;
    await this.#makeBoard(now, nowMs);
    if (this.#boardFrame === null) return;
    const readers = [...watchers].filter(seesBoard);
    this.#boardAgainMs = nowMs + (readers.length * this.#boardFrame.length) / MOST_BYTES_A_MS;
    this.dropped += await broadcast(socketsOf(readers), this.#boardFrame);
  }

  async #refresh(now: Date, nowMs: number): Promise<void> {
    if (this.#mustReload) {
      this.#mustReload = false;
      await this.#live.reload();
      this.#mustLoadFrozen ||= this.#live.isFrozen;
      this.#sayAgain();
    }
    // At the freeze and at the release it is another board; one that stands still is loaded anew only when S_f itself was joined (D6).
    if (this.#live.isOutdated(now) || this.#mustLoadFrozen) {
      this.#mustLoadFrozen = false;
      await this.#load(now);
      this.#sayAgain();
    }
    if (this.#teamsChanged) {
      this.#teamsChanged = false;
      if (this.#live.forgetTeams()) this.#isChanged = true;
    }
    if (this.#entries.size === 0) return;
    if (!this.#live.isFrozen && nowMs - this.#checkedMs > CHECK_EVERY_MS && this.#live.size <= CHECK_UP_TO) {
      this.#checkedMs = nowMs;
      await this.#load(now);
      this.#isChanged = true;
    } else if (await this.#live.apply([...this.#entries])) {
      this.#isChanged = true;
    }
    this.#entries.clear();
  }

  async #load(now: Date): Promise<void> {
    this.#live = (await LiveStandings.open(this.#live.contest.id, now)) ?? this.#live;
  }

  /** Whatever it was, readers hear of the contest and of its board anew. */
  #sayAgain(): void {
    this.#phase = "said again";
    this.#isChanged = true;
  }

  async #makeBoard(now: Date, nowMs: number): Promise<void> {
    const board = await this.#live.board(now, nowMs);
    this.#boardFrame = board && frameOf("board", board, ++this.boards);
  }

  #contestEvent(now: Date): LiveEvents["contest"] {
    const { contest } = this.#live;
    const phase = phaseOf(phasedContest(contest), now);
    const window = { opensAt: contest.opensAt.toISOString(), closesAt: contest.closesAt.toISOString() };
    return { phase, ...window, isFrozen: isFrozen(contest, now), serverNow: now.toISOString() };
  }

  /** Tells each reader of a change of the own attempt's clock or state, and nobody else. */
  async #tellTimes(watchers: ReadonlySet<Watcher>, now: Date): Promise<void> {
    const own = [...watchers].filter(({ attemptId }) => attemptId !== null);
    if (own.length === 0) return;
    const times = await listAttemptTimes([...new Set(own.map(({ attemptId }) => attemptId as number))]);
    const byAttempt = new Map(times.map((time) => [time.attemptId, time]));
    for (const watcher of own) {
      const time = byAttempt.get(watcher.attemptId as number);
      if (!time || saidOf(time) === watcher.saidTime) continue;
      watcher.saidTime = saidOf(time);
      if (!send(watcher.socket, frameOf("time", timeEvent(time, watcher, now)))) this.dropped += 1;
    }
  }
}
