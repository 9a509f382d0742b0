import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { BowlRound } from "#domain/halls/rules.ts";
import type { HallView } from "#server/halls/hall-view.ts";

type Rules = NonNullable<HallView["round"]>["rules"];

/** The rules of a round in sentences, made of the very data by which it is played. */
function useRuleLines(): (rules: Rules) => string[] {
  const t = useTranslations("halls.rules");
  const format = useFormatter();
  const points = (milli: number) => format.number(milli / 1_000);
  const seconds = (ms: number) => ms / 1_000;
  const early = ({ minus, again, losesItem, item }: Extract<Rules, { kind: "buzz" }>["early"]): string[] => [
    t("early", { minus: points(minus), again: points(again) }),
    t(item === "void" ? "earlyVoid" : losesItem ? "earlyLoses" : "earlyOpen"),
  ];
  const bowl = (rules: BowlRound): string[] => [
    t("bowl.tossups", { count: rules.items, seconds: seconds(rules.buzzMs) }),
    t("answer", { seconds: seconds(rules.answerMs) }),
    t(rules.power > 0 ? "bowl.power" : "bowl.noPower", { power: points(rules.power), right: points(rules.right) }),
    t(rules.neg > 0 ? "bowl.neg" : "bowl.noNeg", { neg: points(rules.neg) }),
    ...(rules.bonusParts === 0
      ? [t("bowl.noBonus")]
      : [
          t("bowl.bonus", { count: rules.bonusParts, points: points(rules.bonusPoints), seconds: seconds(rules.bonusMs) }),
          t(rules.bouncebacks ? "bowl.bounce" : "bowl.noBounce"),
        ]),
    t(rules.overtime > 0 ? "bowl.overtime" : "bowl.noOvertime", { count: rules.overtime }),
  ];
  return (rules) => {
    switch (rules.kind) {
      case "individual":
      case "consult":
        return [
          t(rules.kind, { count: rules.perSide }),
          t("answer", { seconds: seconds(rules.answerMs) }),
          t("score", { right: points(rules.right), wrong: points(rules.wrong) }),
          t(`order.${rules.order}`),
        ];
      case "buzz":
        return [
          t("buzz", { count: rules.items, seconds: seconds(rules.buzzMs) }),
          t("answer", { seconds: seconds(rules.answerMs) }),
          t("score", { right: points(rules.right), wrong: points(rules.wrong) }),
          ...early(rules.early),
          t(rules.steal ? "steal" : "noSteal"),
          t(`unclaimed.${rules.unclaimed}`),
        ];
      case "risk":
        return [
          t("risk", { count: rules.perSide, values: rules.values.map(points).join(" / ") }),
          t("answer", { seconds: seconds(rules.answerMs) }),
          t(`order.${rules.order}`),
        ];
      case "arena":
        return [
          t("arena", { count: rules.perSide, passes: rules.passes }),
          t("answer", { seconds: seconds(rules.answerMs) }),
          t("score", { right: points(rules.right), wrong: points(rules.wrong) }),
          t(`order.${rules.order}`),
        ];
      case "extra":
        return [
          t("extra", { places: rules.places, count: rules.items }),
          t("answer", { seconds: seconds(rules.answerMs) }),
          ...early(rules.early),
        ];
      case "audience":
        return [t("audience", { count: rules.items })];
      case "bowl":
        return bowl(rules);
    }
  };
}

/** The rules of a round as a list. */
export function RoundRules({ rules, className }: { rules: Rules; className?: string }): ReactNode {
  const linesOf = useRuleLines();
  return (
    <ul className={className}>
      {linesOf(rules).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
