import { normalised } from "./normalise.ts";

/** What an option speaks of besides itself: all the others, or the options at these places. */
export type OptionReference = { readonly to: "all" } | { readonly to: "places"; readonly places: readonly number[] };

const ALL_ABOVE = /^(?:以上|上述|前述|前面)/u;
const ALL_TOGETHER = /^(?:都|均|皆|全|全部)(?:不|没有?|未)?(?:是|对|正确|错|错误|选|包括|有)/u;
const OF_THE_ABOVE = /\b(?:all|none|both|neither|any)\s+(?:of\s+)?(?:the\s+)?(?:above|these|them|options|answers)\b/iu;
const LETTERS =
  /^(?:[Bb]oth |[Nn]either |[Ee]ither )?(?:选项)?([A-J](?:(?:\s*[,、和与及或&+]\s*|,?\s+(?:and|or|nor)\s+)(?:选项)?[A-J])+)(?![A-Za-z])/u;
const LETTER_RUN = /^(?:选项)?([A-J]{2,10})\s*(?:两项|三项|四项)?(?:都|均|皆|全)/u;

/**
 * Finds 以上都对, “A和B”, "all of the above" and their kin, which shuffling would break (never.md C15).
 * Null when an option stands for itself. A guess: it may warn of an option that is in order.
 */
export function optionReferenceOf(text: string): OptionReference | null {
  const plain = normalised(text);
  const letters = (LETTERS.exec(plain) ?? LETTER_RUN.exec(plain))?.[1]?.match(/[A-J]/gu);
  if (letters) return { to: "places", places: letters.map((letter) => letter.charCodeAt(0) - 65) };
  return ALL_ABOVE.test(plain) || ALL_TOGETHER.test(plain) || OF_THE_ABOVE.test(plain) ? { to: "all" } : null;
}
