/** What a host may put to a room beside questions. Nothing said there is right or wrong, and nothing brings points. */
export const PROMPT_KINDS = ["poll", "words", "asks"] as const;
export type PromptKind = (typeof PROMPT_KINDS)[number];

/** What stands of a word: nobody sees it before the host has shown it. */
export const WORD_STATES = ["shown", "hidden"] as const;
export type WordState = (typeof WORD_STATES)[number];
/** What stands of a question from the room: the room sees what was shown, and what was answered. */
export const ASK_STATES = ["waiting", "shown", "answered", "hidden"] as const;
export type AskState = (typeof ASK_STATES)[number];

export const MOST_OPTIONS = 8;
export const MOST_WORDS = 3;
/** As many characters has a word. */
export const WORD_LENGTH = 16;
export const ASK_LENGTH = 120;
/** So many questions may one person ask while it is open. */
export const MOST_ASKS = 5;

type Window = Readonly<{ openedAt: Date; closedAt: Date | null }>;

/** Whether what is received then still belongs to it: half-open, like every window. */
export const takesAt = ({ openedAt, closedAt }: Window, at: Date): boolean => at >= openedAt && (closedAt === null || at < closedAt);

/** A word as it is kept: one width, one space, no quotes around it and no stop after it. Empty when nothing is left. */
export function tidyWord(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .replace(/^[\s"'“”‘’《「【(]+|[\s"'“”‘’》」】),.;:!?，。；：！？、]+$/g, "");
}
/** What makes two spellings one word. */
export const wordKey = (word: string): string => tidyWord(word).toLowerCase();

/** The words somebody gave: tidy, each once, three at the most. */
export function tidyWords(texts: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const text of texts) {
    const word = tidyWord(text);
    if (word !== "" && !kept.has(wordKey(word))) kept.set(wordKey(word), word);
  }
  return [...kept.values()].slice(0, MOST_WORDS);
}

export type CountedWord = Readonly<{ key: string; word: string; count: number }>;

/** How many said each word, whoever it was once: the most said first, then by the word, in the spelling most of them used. */
export function countedWords(said: Iterable<readonly string[]>): CountedWord[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const words of said) {
    for (const word of tidyWords(words)) {
      const of = spellings.get(wordKey(word)) ?? new Map<string, number>();
      spellings.set(wordKey(word), of.set(word, (of.get(word) ?? 0) + 1));
    }
  }
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...spellings]
    .map(([key, of]) => {
      const [usual] = [...of].sort(([a, n], [b, m]) => m - n || byText(a, b));
      return { key, word: usual?.[0] ?? key, count: [...of.values()].reduce((sum, one) => sum + one, 0) };
    })
    .sort((a, b) => b.count - a.count || byText(a.key, b.key));
}

/** How many chose each option of a poll. */
export function pollCounts(options: number, picks: Iterable<number>): number[] {
  const counts = Array.from({ length: options }, () => 0);
  for (const pick of picks) if (pick >= 0 && pick < options) counts[pick] = (counts[pick] ?? 0) + 1;
  return counts;
}

/** What waits for an answer first, by how many wish for it; of equal ones the earlier. */
export function orderedAsks<A extends Readonly<{ id: number; votes: number; state: AskState }>>(asks: readonly A[]): A[] {
  const isDone = ({ state }: A) => Number(state === "answered" || state === "hidden");
  return [...asks].sort((a, b) => isDone(a) - isDone(b) || b.votes - a.votes || a.id - b.id);
}

/** What the room sees of the questions it asked. */
export const isTold = ({ state }: Readonly<{ state: AskState }>): boolean => state === "shown" || state === "answered";
