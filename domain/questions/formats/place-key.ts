import { normalised } from "#domain/questions/normalise.ts";
import type { RowProblem } from "#domain/questions/parsed-file.ts";
import { lettersOf, truthOf } from "./choice-answer.ts";
import type { GatheredKey, KeySection } from "./gathered-key.ts";
import type { KeyEntry } from "./key-entries.ts";
import { kindOfWord } from "./kind-words.ts";
import { doubtful, type Place, wrong } from "./problem.ts";
import type { TextBlock, TextReader } from "./text-blocks.ts";
import type { Told } from "./told.ts";

type Placed = { entry: KeyEntry; block: TextBlock | undefined };

const isUnique = (blocks: readonly TextBlock[]) => new Set(blocks.map(({ number }) => number)).size === blocks.length;

/** The questions a section of the key speaks of: those under the heading of the same number, else of the same kind, else all. */
function meantBy({ ordinal, kind }: KeySection, blocks: readonly TextBlock[]): readonly TextBlock[] {
  const same = blocks.filter(({ context }) => ordinal !== "" && context.ordinal === ordinal);
  if (same.length > 0) return same;
  const alike = blocks.filter(({ context }) => kind !== "" && kindOfWord(context.kind) === kindOfWord(kind));
  return alike.length > 0 ? alike : blocks;
}

/** Entries whose numbers begin anew, run by run. */
function runsOf(entries: readonly KeyEntry[]): KeyEntry[][] {
  const runs: KeyEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last && entry.number > (last.at(-1)?.number ?? 0)) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

function placedIn(section: KeySection, blocks: readonly TextBlock[]): Placed[] {
  const meant = meantBy(section, blocks);
  const find = (some: readonly TextBlock[], entry: KeyEntry) => ({ entry, block: some.find(({ number }) => number === entry.number) });
  if (isUnique(meant)) return section.entries.map((entry) => find(meant, entry));
  // Numbers begin anew in each section of the paper: they must do so in the key as well.
  const sections = [...new Set(meant.map(({ context }) => context.at))].map((at) => meant.filter(({ context }) => context.at === at));
  const runs = runsOf(section.entries);
  if (runs.length !== sections.length) return section.entries.map((entry) => ({ entry, block: undefined }));
  return runs.flatMap((run, at) => run.map((entry) => find(sections[at] ?? [], entry)));
}

const MARK = /^\s*[【[]?(?:正确|参考|标准)?答案[】\]]?\s*[:：]?\s*/u;
/** An explanation behind an answer stands on a line of its own, where it is known for one. */
const answerOf = ({ text }: KeyEntry) => text.replace(MARK, "").replaceAll(/\s+(?=(?:答案)?解析\s*[:：])/gu, "\n");

/** Gives the questions that stand before the key, and behind the one before it, their answers. Tells of what could not be placed. */
export function placeKey(key: GatheredKey, asked: readonly TextBlock[], reader: TextReader): RowProblem[] {
  const blocks = asked.filter(({ number }) => number !== null);
  const placed = key.sections.flatMap((section) => placedIn(section, blocks));
  for (const { entry, block } of placed) if (block) reader.give(block, answerOf(entry));
  const lost = placed.filter(({ block }) => !block);
  const numbers = lost.map(({ entry }) => entry.number).slice(0, 20);
  const line = lost[0]?.entry.line ?? 1;
  return [
    ...key.odd.map(({ text, line: at }) => doubtful("key-range-odd", { value: text }, { line: at })),
    ...(lost.length > 0 ? [doubtful("key-without-question", { numbers: numbers.join("、") }, { line })] : []),
  ];
}

function isSame(one: string, other: string): boolean {
  const [letters, others] = [lettersOf(one), lettersOf(other)];
  if (letters !== null && others !== null) return [...letters].sort().join("") === [...others].sort().join("");
  const [truth, told] = [truthOf(one), truthOf(other)];
  return truth !== null && told !== null ? truth === told : normalised(one) === normalised(other);
}

type Keyed = { told: Told; problems: RowProblem[] };

function keyed(told: Told, given: readonly string[], place: Place): Keyed {
  const own = told.answer?.trim() ?? "";
  const all = [...(own === "" ? [] : [own]), ...given];
  const [first = "", ...others] = all;
  const other = others.find((text) => !isSame(first, text));
  const params = { own: first.slice(0, 40), key: (other ?? "").slice(0, 40) };
  const problems = other === undefined ? [] : [wrong("answers-differ", params, { ...place, suggestion: { code: "keep-one-answer" } })];
  return { told: { ...told, answer: first }, problems };
}

/** "（1）A（2）B" for the parts of a material, one after the other. */
const forParts = (text: string) =>
  text
    .split(/[（(]\s*\d{1,2}\s*[)）]/u)
    .slice(1)
    .map((piece) => piece.trim().replace(/[;；,，、]$/u, ""));

/** What is told with the answers of the key at the end. Where both speak and differ, somebody must say which is right. */
export function withGathered(told: Told, given: readonly string[], place: Place): Keyed {
  if (given.length === 0) return { told, problems: [] };
  const { parts } = told;
  if (!parts) return keyed(told, given, place);
  const pieces = given.map(forParts);
  const read = parts.map((part, at) => {
    const own = pieces.flatMap((some) => some[at] ?? []).filter((text) => text !== "");
    return own.length === 0 ? { told: part, problems: [] } : keyed(part, own, place);
  });
  return { told: { ...told, parts: read.map((part) => part.told) }, problems: read.flatMap((part) => part.problems) };
}
