import { Refusal } from "#domain/refusal.ts";

type Waiting<I, O> = { item: I; resolve: (output: O) => void; reject: (error: unknown) => void };

export type RideAlong<I, O> = Readonly<{
  /** Joins the next statement. Rejects with `unavailable` when too many wait already. */
  join(item: I): Promise<O>;
  waiting(): number;
}>;

/**
 * Work that travels together without a timer: whatever comes while one statement is in flight rides in the next (performance.md, 2).
 * One statement in flight, at most `most` items in it. Items of the same `keyOf` never ride together and keep their order, so each
 * sees what the one before it did.
 */
export function rideAlong<I, O>(options: {
  carry: (items: I[]) => Promise<O[]>;
  most: number;
  seats: number;
  keyOf?: (item: I) => string | number;
}): RideAlong<I, O> {
  const { carry, most, seats, keyOf } = options;
  let queue: Waiting<I, O>[] = [];
  let isTravelling = false;
  let isCalled = false;

  const board = (): Waiting<I, O>[] => {
    if (!keyOf) return queue.splice(0, most);
    const taken: Waiting<I, O>[] = [];
    const left: Waiting<I, O>[] = [];
    const keys = new Set<string | number>();
    for (const one of queue) {
      const key = keyOf(one.item);
      if (taken.length < most && !keys.has(key)) taken.push(one);
      else left.push(one);
      keys.add(key); // also of those left behind: a later one must not overtake them
    }
    queue = left;
    return taken;
  };

  const travel = async (): Promise<void> => {
    isTravelling = true;
    const aboard = board();
    try {
      const outputs = await carry(aboard.map(({ item }) => item));
      for (const [at, one] of aboard.entries()) one.resolve(outputs[at] as O);
    } catch (error) {
      for (const one of aboard) one.reject(error);
    }
    isTravelling = false;
    if (queue.length > 0) call();
  };

  const call = (): void => {
    if (isTravelling || isCalled) return;
    isCalled = true;
    // After the sockets that are ready now were read: they ride too.
    setImmediate(() => {
      isCalled = false;
      void travel();
    });
  };

  return {
    waiting: () => queue.length,
    join(item) {
      if (queue.length >= seats) return Promise.reject(new Refusal("unavailable"));
      return new Promise<O>((resolve, reject) => {
        queue.push({ item, resolve, reject });
        call();
      });
    },
  };
}
