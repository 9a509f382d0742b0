import { foldText, placesOf } from "./fold-text.ts";

export type Found = Readonly<{ block: HTMLElement; range: Range }>;

/** Every place of the words in the blocks of the text, in reading order. */
export function findInText(words: string): Found[] {
  return [...document.querySelectorAll<HTMLElement>("#text [data-block]")].flatMap((block) => {
    const nodes: { node: Text; from: number }[] = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let text = "";
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      nodes.push({ node, from: text.length });
      text += node.data;
    }
    const length = words.trim().length;
    return placesOf(foldText(text), words).map((at) => {
      const range = document.createRange();
      const pointOf = (place: number, isEnd: boolean) =>
        nodes.findLast(({ from }) => (isEnd ? from < place : from <= place)) ?? { node: document.createTextNode(""), from: 0 };
      const [start, end] = [pointOf(at, false), pointOf(at + length, true)];
      range.setStart(start.node, at - start.from);
      range.setEnd(end.node, at + length - end.from);
      return { block, range };
    });
  });
}

/** Shows what was found: painted by the browser, else as a frame around its paragraph. `at` is the one looked at. */
export function paintFound(found: readonly Found[], at: number): void {
  for (const framed of document.querySelectorAll("#text [data-found]")) framed.removeAttribute("data-found");
  if ("highlights" in CSS) {
    CSS.highlights.set("zx-find", new Highlight(...found.filter((_, place) => place !== at).map(({ range }) => range)));
    CSS.highlights.set("zx-find-now", new Highlight(...found.slice(at, at + 1).map(({ range }) => range)));
  } else {
    for (const { block } of found) block.setAttribute("data-found", "");
    found[at]?.block.setAttribute("data-found", "now");
  }
  const now = found[at]?.range.getBoundingClientRect();
  if (now && (now.top < 140 || now.bottom > window.innerHeight - 120)) window.scrollBy({ top: now.top - window.innerHeight / 3 });
}
