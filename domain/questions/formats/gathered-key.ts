// Above 150 lines: what is a key and where it ends is one judgement and stands together.
import { freeEntries, isKeyish, type KeyEntry, pureEntries } from "./key-entries.ts";
import { leadingLetter } from "./option-lines.ts";
import { headingOf, numberOf, sectionOf } from "./text-marks.ts";

/** The keys of one section of a paper: "一", "单选题", or neither when the key is not parted. */
export type KeySection = { ordinal: string; kind: string; entries: KeyEntry[] };
/** The answers gathered at the end of a paper or of a section: where they stand (lines from 0, `to` is behind the last), and what they say. */
export type GatheredKey = { from: number; to: number; sections: KeySection[]; odd: { text: string; line: number }[] };

const HEAD =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]\s*|附[件录]?\s*[:：]?\s*)?([【[（(]?)(?:(?:参考|标准|正确|试题|本卷|全卷|各题)?答案|answers?(?:\s+key)?)(?:[及与和、]?(?:详细?解析|解析|评分标准|说明))?(?:如下|汇总|一览表?|部分|页|表)?[】\])）]?\s*[:：]?\s*(.*)$/iu;
const NUMBERS = /^(?:题\s*号|序\s*号|题\s*目)\s*[:：|]?\s*((?:\d{1,4}(?!\d)[\s|,，、]*)+)$/u;
const ANSWERS = /^答\s*案\s*[:：|]?\s*(.+)$/u;

/** Without one of these words a text has no key, and need not be looked through. */
const HINT = /答\s*案|answer/iu;

const headOf = (line: string) => HEAD.exec(line.trim());

/** Reads the lines of a key one by one; `take` says whether the line still belongs to it. */
class KeyReader {
  readonly region: GatheredKey;
  readonly #mayBeFree: (number: number) => boolean;
  #numbers: number[] = [];
  /** Where the section began that may turn out to be questions again. */
  #opened: { line: number; sections: number } | null = null;

  constructor(from: number, mayBeFree: (number: number) => boolean) {
    this.region = { from, to: from + 1, sections: [{ ordinal: "", kind: "", entries: [] }], odd: [] };
    this.#mayBeFree = mayBeFree;
  }

  /** Whether a row of numbers has come and the row of their answers is next. */
  get awaitsAnswers(): boolean {
    return this.#numbers.length > 0;
  }

  get #section(): KeySection {
    return this.region.sections.at(-1) as KeySection;
  }

  #add(entries: readonly KeyEntry[], at: number): true {
    this.#section.entries.push(...entries);
    this.region.to = at + 1;
    if (entries.length > 0) this.#opened = null;
    return true;
  }

  #table(line: string, at: number): boolean {
    const numbers = NUMBERS.exec(line)?.[1];
    if (numbers && this.awaitsAnswers) return false;
    if (numbers) {
      this.#numbers = (numbers.match(/\d+/gu) ?? []).map(Number);
      return this.#add([], at);
    }
    const answers = this.#numbers.length > 0 ? ANSWERS.exec(line)?.[1] : undefined;
    if (answers === undefined) return false;
    const pieces = answers.split(/[\s|,，、]+/u).filter((piece) => piece !== "");
    if (pieces.length !== this.#numbers.length) this.region.odd.push({ text: line.slice(0, 40), line: at + 1 });
    else
      this.#add(
        pieces.map((text, place) => ({ number: this.#numbers[place] as number, text, line: at + 1 })),
        at,
      );
    this.#numbers = [];
    this.region.to = at + 1;
    return true;
  }

  take(source: string, at: number): boolean {
    const line = source.trim().normalize("NFKC");
    if (line === "") return true;
    const option = leadingLetter(line);
    // An option: these are questions again, since their section began.
    if (option && at > this.region.from && !isKeyish(line)) return false;
    const section = sectionOf(line);
    if (section) {
      this.#opened ??= { line: at, sections: this.region.sections.length };
      this.region.sections.push({ ordinal: section.ordinal, kind: section.kind, entries: [] });
      return section.rest === "" || this.take(section.rest, at);
    }
    if (this.#table(line, at)) return true;
    const pure = pureEntries(line, at + 1);
    if (pure) {
      this.region.odd.push(...pure.odd.map((text) => ({ text, line: at + 1 })));
      return this.#add(pure.entries, at);
    }
    const free = freeEntries(source.trim(), at + 1);
    if (free[0] && this.#mayBeFree(free[0].number)) return this.#add(free, at);
    const last = this.#section.entries.at(-1);
    if (free.length > 0 || !last || !this.#mayBeFree(last.number)) return false;
    last.text += `\n${source.trim()}`;
    this.region.to = at + 1;
    return true;
  }

  /** What was a key to its last entry; a section opened behind it was none. */
  end(): GatheredKey {
    const { from, to, odd } = this.region;
    const sections = this.region.sections.filter(({ entries }) => entries.length > 0);
    return { from, to: this.#opened ? Math.min(to, this.#opened.line) : to, sections, odd };
  }
}

const countOf = ({ sections }: GatheredKey) => sections.reduce((sum, { entries }) => sum + entries.length, 0);

/** What is known of the lines of a text, so that each is looked at once. */
type Known = {
  lines: readonly string[];
  /** The numbers of the questions so far. */
  numbers: Set<number>;
  /** Where the section began that is being read. */
  section: number;
  lastHead: number;
  lastOption: number;
};

const LONGEST_SECTION = 400;

/** Whether a text answers, one by one, the very questions of the section above it, none of which has an answer of its own. */
function answersSection({ lines, section }: Known, at: number, rest: string): boolean {
  const told = freeEntries(rest, at).map(({ number }) => number);
  if (told.length < 2 || at - section > LONGEST_SECTION) return false;
  const above = lines.slice(section, at);
  const asked = above.flatMap((line) => numberOf(line.trim())?.number ?? []);
  return told.join() === asked.join() && !above.some((line) => line.includes("答案"));
}

function keyAt(known: Known, at: number, bracket: string, rest: string): { key: GatheredKey; isMeant: boolean } | null {
  const { lines, numbers } = known;
  const isLast = known.lastHead <= at && known.lastOption <= at;
  const isBlock = (rest === "" && bracket !== "【") || answersSection(known, at, rest);
  const reader = new KeyReader(at, (number) => (isBlock || countOf(reader.region) > 1) && isLast && numbers.has(number));
  if (rest !== "" && !reader.take(rest, at)) return null;
  for (let behind = at + 1; behind < lines.length; behind++) {
    const line = lines[behind] ?? "";
    if (headOf(line) && !reader.awaitsAnswers) break;
    if (!reader.take(line, behind)) break;
  }
  const key = reader.end();
  const entries = key.sections.flatMap((section) => section.entries);
  const keyish = entries.filter(({ text }) => isKeyish(text.split("\n")[0] ?? "")).length;
  const placed = entries.filter(({ number }) => numbers.has(number)).length;
  const isMeant =
    entries.length + 2 * key.odd.length > 1 &&
    placed * 2 >= entries.length &&
    (keyish * 2 >= entries.length || entries.length * 2 >= numbers.size);
  return { key, isMeant };
}

const isOption = (line: string) => leadingLetter(line.trim())?.letter === "A" && !isKeyish(line);

/** The gathered answers of a text, each where it stands. One that could as well be the answer of a single question is none. */
export function gatheredKeys(lines: readonly string[]): GatheredKey[] {
  const keys: GatheredKey[] = [];
  if (!lines.some((line) => HINT.test(line))) return keys;
  const known: Known = {
    ...{ lines, numbers: new Set(), section: 0 },
    ...{ lastHead: lines.findLastIndex((line) => headOf(line) !== null), lastOption: lines.findLastIndex(isOption) },
  };
  let looked = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? "").trim();
    const number = numberOf(line)?.number;
    if (headingOf(line)) known.section = at + 1;
    else if (number !== undefined) known.numbers.add(number);
    const head = headOf(line);
    const isTable = at >= looked && NUMBERS.test(line.normalize("NFKC"));
    const found = isTable ? keyAt(known, at, "", line) : head && keyAt(known, at, head[1] ?? "", (head[2] ?? "").trim());
    // Another table in what was no key is none either.
    if (found && isTable) looked = found.key.to;
    if (!found?.isMeant) continue;
    keys.push(found.key);
    at = found.key.to - 1;
  }
  return keys;
}
