import { normalised } from "./normalise.ts";
import type { QuestionKey } from "./question.ts";
import { allOrNothing, type Share } from "./share.ts";

/** The most blanks that can be served by different texts (Kuhn): with 乱序 two texts may never earn the same blank. */
function matchedBlanks(fits: readonly (readonly boolean[])[]): number {
  const holder = new Map<number, number>();
  const served = (blank: number, tried: Set<number>): boolean =>
    (fits[blank] ?? []).some((fit, text) => {
      if (!fit || tried.has(text)) return false;
      tried.add(text);
      const other = holder.get(text);
      if (other !== undefined && !served(other, tried)) return false;
      holder.set(text, blank);
      return true;
    });
  return fits.filter((_, blank) => served(blank, new Set())).length;
}

/** What the texts in the blanks earn (D2, fill). */
export function fillShare(key: Extract<QuestionKey, { kind: "fill" }>, texts: readonly string[]): Share {
  const typed = texts.map((text) => normalised(text, key.foldDigits));
  const accepts = (accepted: readonly string[], text: string | undefined) => {
    if (text === undefined) return false;
    const wanted = accepted.map((one) => normalised(one, key.foldDigits)).filter((one) => one !== "");
    return wanted.some((one) => (key.match === "contains" ? text.includes(one) : text === one));
  };
  const right = key.anyOrder
    ? matchedBlanks(key.blanks.map((accepted) => typed.map((text) => accepts(accepted, text))))
    : key.blanks.filter((accepted, blank) => accepts(accepted, typed[blank])).length;
  return key.allOrNothing ? allOrNothing(right === key.blanks.length) : { gained: right, of: key.blanks.length };
}
