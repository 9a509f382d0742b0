import { blanksOf } from "#domain/questions/check-question.ts";
import { BLANK } from "#domain/questions/question.ts";

/** Ways in which people draw a blank, the plainest first; the first that gives as many blanks as there are answers is meant. */
const DRAWN = [
  /[_＿]{2,}/gu,
  /[（(][\s\u3000_＿]*[)）]|[_＿]{2,}/gu,
  /[（(][\s\u3000_＿]*[)）]/gu,
  /[（(]\s*\d{1,2}\s*[)）]/gu,
  /…{2,}|\.{4,}/gu,
];

/** Whether a stem shows blanks in any way. */
export const showsBlank = (stem: string): boolean => /[_＿]{2,}|[（(][\s\u3000]+[)）]/u.test(stem);

/** How many blanks a stem seems to show, however they are drawn. */
export function drawnBlanks(stem: string): number {
  if (blanksOf(stem) > 0) return blanksOf(stem);
  return DRAWN.map((pattern) => stem.match(pattern)?.length ?? 0).find((count) => count > 0) ?? 0;
}

/** The stem with its blanks drawn as ours, when one way of reading it shows as many as there are answers; else as it is. */
export function withBlanks(stem: string, count: number): string {
  if (blanksOf(stem) === count) return stem;
  for (const pattern of DRAWN) {
    if ((stem.match(pattern)?.length ?? 0) === count) return stem.replaceAll(pattern, BLANK);
  }
  return stem;
}
