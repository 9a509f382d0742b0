import { Refusal } from "#domain/refusal.ts";

const PRESSES = 2;
const MOST_WAITING = 40;

type Press = { running: number; waiting: (() => void)[] };
// Bundles have several copies of this module; there is one row of presses per process.
const state = globalThis as typeof globalThis & { zhixingPress?: Press };

/** Does work that prints, two at once; others wait their turn. Refuses `unavailable` when too many wait already. */
export async function takePress<T>(work: () => Promise<T>): Promise<T> {
  state.zhixingPress ??= { running: 0, waiting: [] };
  const press = state.zhixingPress;
  if (press.running >= PRESSES) {
    if (press.waiting.length >= MOST_WAITING) throw new Refusal("unavailable");
    // Whoever ends hands the press on without giving it up.
    await new Promise<void>((resolve) => press.waiting.push(resolve));
  } else press.running += 1;
  try {
    return await work();
  } finally {
    const next = press.waiting.shift();
    if (next) next();
    else press.running -= 1;
  }
}
