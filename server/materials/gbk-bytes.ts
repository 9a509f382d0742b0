/** The two-byte half of GBK in both directions, so that text whose bytes were cut in the wrong place can be put together again. */

type Tables = { chars: Map<number, string>; bytes: Map<string, number> };

let tables: Tables | null = null;

/** 23,940 pairs, decoded once when first needed. */
function tablesOf(): Tables {
  if (tables) return tables;
  const decoder = new TextDecoder("gbk");
  const chars = new Map<number, string>();
  const bytes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(new Uint8Array([lead, trail]));
      if ([...char].length !== 1 || char === "\uFFFD" || /\p{Co}/u.test(char)) continue;
      chars.set(lead * 256 + trail, char);
      if (!bytes.has(char)) bytes.set(char, lead * 256 + trail);
    }
  }
  tables = { chars, bytes };
  return tables;
}

/** The character that GBK writes as these two bytes, or null when it has none. */
export function findGbkChar(lead: number, trail: number): string | null {
  return tablesOf().chars.get(lead * 256 + trail) ?? null;
}

/** The two bytes of a character in GBK, or null when it is ASCII or not in GBK. */
export function findGbkBytes(char: string): { lead: number; trail: number } | null {
  const pair = tablesOf().bytes.get(char);
  return pair === undefined ? null : { lead: pair >> 8, trail: pair & 255 };
}
