export type TopicAnswer = Readonly<{ topic: string; isRight: boolean }>;
export const BANDS = ["few", "weak", "fair", "good"] as const;
export type Band = (typeof BANDS)[number];
export type TopicMastery = Readonly<{
  topic: string;
  /** How many of the last answers are looked at, and how many of them were right. */
  answers: number;
  right: number;
  /** Right ones in a hundred; null while there are too few to say. */
  percent: number | null;
  band: Band;
  /** Points that the newer half is above the older one; null while there are too few. */
  trend: number | null;
}>;

/** How far back a topic's mastery looks, and how many answers it takes to say anything. */
export const LOOKS_AT = 20;
const ENOUGH = 4;
const GOOD = 85;
const FAIR = 60;

const shareOf = (answers: readonly TopicAnswer[]): number => (100 * answers.filter(({ isRight }) => isRight).length) / answers.length;

function bandOf(percent: number | null): Band {
  if (percent === null) return "few";
  if (percent >= GOOD) return "good";
  return percent >= FAIR ? "fair" : "weak";
}

/** How well somebody knows each topic: the share of right ones among the last twenty answers, wherever they were given. `answers`: the newest first. */
export function masteryOf(answers: readonly TopicAnswer[]): TopicMastery[] {
  const byTopic = Map.groupBy(answers, ({ topic }) => topic);
  const topics = [...byTopic].map(([topic, all]) => {
    const last = all.slice(0, LOOKS_AT);
    const half = Math.floor(last.length / 2);
    const percent = last.length < ENOUGH ? null : Math.round(shareOf(last));
    const trend = last.length < 2 * ENOUGH ? null : Math.round(shareOf(last.slice(0, half)) - shareOf(last.slice(half)));
    return { topic, answers: last.length, right: last.filter(({ isRight }) => isRight).length, percent, band: bandOf(percent), trend };
  });
  // The weakest first: that is where practice helps most.
  return topics.toSorted((one, other) => (one.percent ?? 101) - (other.percent ?? 101) || one.topic.localeCompare(other.topic, "zh-CN"));
}
