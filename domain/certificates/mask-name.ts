export const NAME_POLICIES = ["masked", "full"] as const;
/** How a name is shown to whoever checks a certificate. */
export type NamePolicy = (typeof NAME_POLICIES)[number];

const characters = new Intl.Segmenter("zh", { granularity: "grapheme" });

/**
 * A name that its holder recognises and a stranger does not: 张三 → 张*, 张小三 → 张*三, 欧阳小三 → 欧**三. Of a name in Latin letters or with a
 * middle dot every part keeps its first letter. The number of stars tells nothing beyond two.
 */
export function maskName(name: string): string {
  const parts = name
    .trim()
    .split(/[\s·•・‧.]+/u)
    .filter((part) => part !== "");
  if (parts.length > 1) return parts.map(initialOf).join(" ");
  const all = [...characters.segment(parts[0] ?? "")].map(({ segment }) => segment);
  const [first = "*"] = all;
  if (all.length < 3 || !/\p{Script=Han}/u.test(first)) return `${first}${all.length > 2 ? "**" : "*"}`;
  return `${first}${all.length > 3 ? "**" : "*"}${all.at(-1)}`;
}

const initialOf = (part: string): string => `${[...characters.segment(part)][0]?.segment ?? ""}*`;

export const shownName = (name: string, policy: NamePolicy): string => (policy === "full" ? name : maskName(name));
