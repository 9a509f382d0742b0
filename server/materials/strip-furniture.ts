import { type DraftLine, isProse, type TextChange } from "./draft-line.ts";
import { BESIDE_FOOT, FOOT, isMenu, isOneOf, isTool, LIST_HEAD, ONLY_FOOT, TOP } from "./furniture-words.ts";
import { runningHeads } from "./running-heads.ts";

type Removal = { kind: TextChange["kind"]; at: number };

const HEAD_LINES = 20;
const LINK_RUN = 5;

/**
 * Takes a site's furniture off both ends of a text: menus, crumbs, pagers, share and count lines, footers and the link lists
 * above them. A line that ends as a sentence does is never taken, unless it carries a footer's own words; `out` are lines that the
 * document itself calls furniture.
 */
export function stripFurniture(
  lines: DraftLine[],
  out: readonly number[] = [],
  isMarkdown = false,
): { kept: DraftLine[]; removed: { line: DraftLine; kind: TextChange["kind"] }[] } {
  const removals = [...headRemovals(lines), ...tailRemovals(lines, isMarkdown)];
  for (const at of runningHeads(lines)) removals.push({ kind: "navigation", at });
  const marked = new Set(out);
  lines.forEach(({ line, text }, at) => {
    if (marked.has(line) || isTool(text)) removals.push({ kind: "navigation", at });
  });
  const kinds = new Map(removals.map(({ at, kind }) => [at, kind]));
  return {
    kept: lines.filter((_, at) => !kinds.has(at)),
    removed: lines.flatMap((line, at) => (kinds.has(at) && line.text !== "" ? [{ line, kind: kinds.get(at) ?? "navigation" }] : [])),
  };
}

/** Everything down to the last menu or crumb above the text goes, as long as a line that can be the title remains. */
function headRemovals(lines: DraftLine[]): Removal[] {
  const isTop = (text: string) => isOneOf(TOP, text) || isMenu(text) || isTool(text);
  const head: number[] = [];
  for (const [at, { text }] of lines.entries()) {
    if (text === "") continue;
    if (head.length >= HEAD_LINES || (isProse(text) && !isTop(text))) break;
    head.push(at);
  }
  const textAt = (at: number) => lines[at]?.text ?? "";
  const last = head.findLast((at) => isOneOf(TOP, textAt(at)) || isMenu(textAt(at))) ?? -1;
  const titleRemains = head.some((at) => at > last && !isTop(textAt(at)));
  return head.filter((at) => isTop(textAt(at)) || (titleRemains && at < last)).map((at) => ({ kind: "navigation", at }));
}

/** Where the footer begins that carries its own words somewhere, with all that stands beside them; the number of lines without one. */
function footFrom(lines: DraftLine[]): number {
  const isBeside = (text: string) => isOneOf([BESIDE_FOOT, ONLY_FOOT, ...FOOT], text) || isMenu(text) || isTool(text);
  let from = lines.length;
  while (from > 0 && (lines[from - 1]?.text === "" || isBeside(lines[from - 1]?.text ?? ""))) from--;
  return lines.slice(from).some(({ text }) => ONLY_FOOT.test(text)) ? from : lines.length;
}

/** From the head of a list of other pages down to the end, where no sentence stands below it. */
function listRemovals(lines: DraftLine[], end: number): Removal[] {
  let head = -1;
  for (let at = end - 1; at >= 0; at--) {
    const text = lines[at]?.text ?? "";
    if (LIST_HEAD.test(text)) head = at;
    else if (isProse(text) && !isTool(text)) break;
  }
  return head === -1 ? [] : lines.slice(head, end).map((_, below) => ({ kind: below === 0 ? "navigation" : "links", at: head + below }));
}

function tailRemovals(lines: DraftLine[], isMarkdown: boolean): Removal[] {
  const foot = footFrom(lines);
  const list = listRemovals(lines, foot);
  const removals: Removal[] = [...lines.keys()].slice(foot).map((at) => ({ kind: "navigation", at }));
  removals.push(...list);
  let at = Math.min(foot, ...list.map((one) => one.at)) - 1;
  let touching = at < lines.length - 1;
  while (at >= 0) {
    const text = lines[at]?.text ?? "";
    const isFoot = isOneOf(FOOT, text) || isMenu(text) || isTool(text);
    if (text === "" || isFoot) {
      if (isFoot) removals.push({ kind: "navigation", at });
      touching = isFoot || (isMarkdown && touching);
      at--;
      continue;
    }
    const run = touching ? linkRunAbove(lines, at, isMarkdown) : [];
    if (run.length < LINK_RUN) break;
    for (const link of run) removals.push({ kind: "links", at: link });
    at = (run.at(-1) ?? at) - 1;
  }
  return removals;
}

/** What has a form in markdown is text: a heading, a table, a picture, an item that is no link. */
const HAS_FORM = /^(?:#|\||!\[|>|```|[-*+] (?!\[)|\d+[.)] (?!\[))/u;

/**
 * The lines up from `at` that are headlines of other pages: short, none ending as a sentence does. In plain text a blank line ends them; in
 * markdown there is one between any two.
 */
function linkRunAbove(lines: DraftLine[], at: number, isMarkdown: boolean): number[] {
  const run: number[] = [];
  for (let up = at; up >= 0; up--) {
    const text = lines[up]?.text ?? "";
    if (isMarkdown && text === "") continue;
    if (text === "" || isProse(text) || /^[【（(]|[】）)]$/u.test(text) || (isMarkdown && HAS_FORM.test(text))) break;
    run.push(up);
  }
  return run;
}
