import { setTimeout as pause } from "node:timers/promises";
import { PageBusy } from "#domain/page-busy.ts";
import { isRefusal } from "#domain/refusal.ts";
import { isUnavailable } from "#server/database-refusals.ts";

/** After so long nothing is tried a third time. A try takes two seconds at most to get a connection: a page is told within five (never.md X5). */
const PATIENCE_MS = 2_500;
const REST_MS = 200;

type Clock = Readonly<{ nowMs: () => number; rest: (ms: number) => Promise<unknown> }>;
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

const isBusy = (error: unknown): boolean => (isRefusal(error) ? error.code === "unavailable" : isUnavailable(error));

/**
 * The reads of one page, one after the other: however many a page has, it takes one connection and leaves the others to other pages.
 * What finds no connection is tried again while a person would still wait; then the page is busy, and what has not begun does not begin.
 */
export function openTurn({ nowMs, rest }: Clock = { nowMs: () => performance.now(), rest: pause }): InTurn {
  const openedMs = nowMs();
  let last: Promise<unknown> = Promise.resolve();
  let isGivenUp = false;
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      if (isGivenUp) throw new PageBusy();
      try {
        return await work();
      } catch (error) {
        if (!isBusy(error)) throw error;
        // Twice in any case: in a process that was kept from running, a timer ends before the connection is looked at that was there.
        isGivenUp = tries > 1 && nowMs() - openedMs >= PATIENCE_MS;
        if (isGivenUp) throw new PageBusy(error);
      }
      await rest(REST_MS);
    }
  };
  return <T>(work: () => Promise<T>): Promise<T> => {
    const own = last.then(() => patiently(work));
    // How it ended is told to who asked; the next in line only waits for its end.
    last = own.catch(() => undefined);
    return own;
  };
}
