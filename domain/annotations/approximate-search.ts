/** Where a pattern ends in a text when `errors` insertions, deletions and replacements are forgiven. `end` is exclusive. */
export type RoughEnd = Readonly<{ end: number; errors: number }>;
export type RoughMatch = RoughEnd & Readonly<{ start: number }>;

const WORD = 32;
const oneIfNotZero = (bits: number): number => ((bits | -bits) >>> 31) & 1;

/** For every sign of the pattern, the places where it stands, 32 to a word. */
function placesOf(pattern: string, words: number): Map<number, Int32Array> {
  const places = new Map<number, Int32Array>();
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern.charCodeAt(at);
    const bits = places.get(sign) ?? new Int32Array(words);
    const word = Math.floor(at / WORD);
    bits[word] = (bits[word] ?? 0) | (1 << (at % WORD));
    places.set(sign, bits);
  }
  return places;
}

/**
 * The edit distance of the pattern to the best stretch that ends at each place of the text: Myers's bit vectors (1999) in words of 32
 * (Hyyrö 2003), so that one column of 500 signs is sixteen steps. Entry n is the distance of what ends after n signs.
 */
function distancesIn(text: string, pattern: string): Int32Array {
  const words = Math.ceil(pattern.length / WORD);
  const places = placesOf(pattern, words);
  const nowhere = new Int32Array(words);
  const plus = new Int32Array(words).fill(-1);
  const minus = new Int32Array(words);
  const distances = new Int32Array(text.length + 1);
  const lastBit = 1 << ((pattern.length - 1) % WORD);
  distances[0] = pattern.length;
  for (let at = 0; at < text.length; at += 1) {
    const equal = places.get(text.charCodeAt(at)) ?? nowhere;
    let carry = 0;
    for (let word = 0; word < words; word += 1) {
      const [p, m] = [plus[word] as number, minus[word] as number];
      const isLess = carry < 0 ? 1 : 0;
      const e = (equal[word] as number) | isLess;
      const down = e | m;
      const across = (((e & p) + p) ^ p) | e;
      let up = m | ~(across | p);
      let less = p & across;
      const top = word === words - 1 ? lastBit : 1 << (WORD - 1);
      const out = oneIfNotZero(up & top) - oneIfNotZero(less & top);
      up = (up << 1) | (carry > 0 ? 1 : 0);
      less = (less << 1) | isLess;
      plus[word] = less | ~(down | up);
      minus[word] = up & down;
      carry = out;
    }
    distances[at + 1] = (distances[at] as number) + carry;
  }
  return distances;
}

/** The smallest distance of the pattern to any stretch of the text, and where the first such stretch ends. */
export function closestEnd(text: string, pattern: string): RoughEnd {
  if (pattern.length === 0) return { end: 0, errors: 0 };
  const distances = distancesIn(text, pattern);
  let end = 0;
  for (let at = 1; at < distances.length; at += 1) if ((distances[at] as number) < (distances[end] as number)) end = at;
  return { end, errors: distances[end] as number };
}

/** The places where the distance is smallest in its neighbourhood, best first, `most` of them. */
function endsIn(distances: Int32Array, maxErrors: number, most: number): RoughEnd[] {
  const ends: RoughEnd[] = [];
  for (let end = 1; end < distances.length; end += 1) {
    const errors = distances[end] as number;
    const isLow = errors <= (distances[end - 1] ?? Infinity) && errors < (distances[end + 1] ?? Infinity);
    if (errors <= maxErrors && isLow) ends.push({ end, errors });
  }
  return ends.sort((one, other) => one.errors - other.errors || one.end - other.end).slice(0, most);
}

const reversed = (text: string): string => {
  let result = "";
  for (let at = text.length - 1; at >= 0; at -= 1) result += text[at];
  return result;
};

/** The stretches that are the pattern but for `maxErrors`, best first, `most` at the most; each with the start that costs least. */
export function searchRoughly(text: string, pattern: string, maxErrors: number, most = 40): RoughMatch[] {
  if (pattern.length === 0 || maxErrors < 0) return [];
  const backwards = reversed(pattern);
  return endsIn(distancesIn(text, pattern), maxErrors, most).map(({ end, errors }) => {
    const stretch = reversed(text.slice(Math.max(0, end - pattern.length - errors), end));
    return { start: end - closestEnd(stretch, backwards).end, end, errors };
  });
}
