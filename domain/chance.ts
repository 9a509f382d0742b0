/** A source of chance that a stored seed can replay: `below(n)` is a whole number in [0, n), each equally likely. */
export type Chance = { readonly below: (bound: number) => number };

const WORD = 2 ** 32;

/** Four words out of any text (xmur3), so that seeds one character apart start far from each other. */
function wordsOf(seed: string): [number, number, number, number] {
  let hash = 1779033703 ^ seed.length;
  for (let at = 0; at < seed.length; at += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(at), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  const word = () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
  return [word(), word(), word(), word()];
}

/** The same chance for the same seed, for ever: papers are rebuilt from it, so the algorithm (sfc32) must never change. */
export function chanceOf(seed: string): Chance {
  let [a, b, c, d] = wordsOf(seed);
  const word = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) word();
  return {
    below(bound) {
      if (!Number.isInteger(bound) || bound < 1 || bound > WORD) throw new RangeError(`no whole number below ${bound}`);
      // The words above the last whole multiple of the bound would favour the small numbers.
      const fair = WORD - (WORD % bound);
      let drawn = word();
      while (drawn >= fair) drawn = word();
      return drawn % bound;
    },
  };
}

/** A new list in an order that chance decides; every order is equally likely. */
export function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    const kept = order[last] as T;
    order[last] = order[other] as T;
    order[other] = kept;
  }
  return order;
}

/** `count` different whole numbers below `size`, in chance order, without making a list of `size`. */
export function drawnPlaces(size: number, count: number, chance: Chance): number[] {
  if (count > size) throw new RangeError(`cannot draw ${count} of ${size}`);
  const moved = new Map<number, number>();
  const drawn: number[] = [];
  for (let last = size - 1; drawn.length < count; last -= 1) {
    const at = chance.below(last + 1);
    drawn.push(moved.get(at) ?? at);
    moved.set(at, moved.get(last) ?? last);
  }
  return drawn;
}
