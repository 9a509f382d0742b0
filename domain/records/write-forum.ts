import type { Presented } from "./record-facts.ts";
import { filled, type RecordWords } from "./record-words.ts";

/** Points as judges write them. */
export const pointsOf = (milli: number): string => String(milli / 1_000);
const listed = (scores: readonly number[], words: RecordWords): string => scores.map(pointsOf).join(words.comma);

function presentedLine({ place, name, topic, lot, meanMilli, counted, dropped, prize }: Presented, words: RecordWords): string {
  const { forum } = words;
  const who = name + (topic ? filled(forum.topic, { topic }) : "") + (lot === null ? "" : filled(forum.lot, { lot }));
  const left = dropped.length > 0 ? filled(forum.dropped, { scores: listed(dropped, words) }) : "";
  if (place === null || meanMilli === null) return filled(forum.unranked, { who }) + left;
  const given = prize === null ? "" : filled(forum.prize, { prize });
  return (
    filled(forum.line, { place, who, points: pointsOf(meanMilli) }) +
    filled(forum.counted, { scores: listed(counted, words) }) +
    left +
    given
  );
}

/** The result of a forum, a presenter a line, with what counted and what was dropped, so that anybody can work it out again. */
export const forumText = (forum: readonly Presented[] | null, words: RecordWords): string =>
  (forum ?? []).map((one) => presentedLine(one, words)).join("\n");
