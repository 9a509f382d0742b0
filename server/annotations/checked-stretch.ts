import { type Selectors, selectorsAt } from "#domain/annotations/selectors.ts";
import { fromSolid, solidOf } from "#domain/annotations/solid-offsets.ts";
import { fieldRefusal } from "#server/verb.ts";
import { LONGEST_QUOTE, type StretchInput } from "./annotation-fields.ts";
import { type Lang, textBlocksOf, type Wording } from "./text-blocks.ts";

/**
 * The selectors of what a reader marked in the published wording. Refused at the field: another wording than the published one (also
 * one that does not exist, so that a draft cannot be guessed at), a block that is not there, offsets outside of it, other words there.
 */
export function checkedStretch(version: Wording & { number: number }, lang: Lang, input: StretchInput): Selectors {
  if (input.number !== version.number) throw fieldRefusal("number", "wording-changed", { number: version.number });
  const blocks = textBlocksOf(version, lang);
  const block = blocks.find(({ id }) => id === input.block);
  if (!block) throw fieldRefusal("block", "no-such-passage");
  const found = fromSolid(block.text, input.start, input.end);
  const selectors = found && selectorsAt(blocks, { block: block.id, blockStart: found.start, blockEnd: found.end });
  if (!selectors) throw fieldRefusal("end", "outside-passage");
  if (selectors.exact.length > LONGEST_QUOTE) throw fieldRefusal("end", "quote-too-long", { most: LONGEST_QUOTE });
  if (solidOf(selectors.exact).normalize("NFC") !== solidOf(input.exact)) throw fieldRefusal("exact", "quote-differs");
  return selectors;
}
