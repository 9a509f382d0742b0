import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type PointPolicy, weighsYears } from "#domain/points/policy.ts";
import { CAP_GROUPS, POINT_RULES } from "#domain/points/rules.ts";
import { DIMENSIONS } from "#domain/points/study-year.ts";

/** A policy of points in words, the same for members and for who sets it. Needs the namespace `points`. */
export function PointRules({ policy }: { policy: PointPolicy }): ReactNode {
  const t = useTranslations("points.rules");
  if (!policy.isOn) return <p>{t("off")}</p>;
  return (
    <div className="grid gap-4 leading-relaxed">
      <Given policy={policy} />
      <Caps policy={policy} />
      <div className="grid gap-1 text-muted">
        <p>{t("once")}</p>
        <p>{t("never")}</p>
        <p>{t("correction")}</p>
      </div>
      {policy.stars.length > 0 && <Stars stars={policy.stars} />}
      {weighsYears(policy) && <Year policy={policy} />}
    </div>
  );
}

function Given({ policy }: { policy: PointPolicy }): ReactNode {
  const t = useTranslations("points.rules");
  const given = POINT_RULES.filter((rule) => policy.rules[rule].points > 0);
  if (given.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className="grid list-disc gap-1 ps-5">
      {given.map((rule) => (
        <li key={rule}>{t(rule, { points: policy.rules[rule].points })}</li>
      ))}
    </ul>
  );
}

function Caps({ policy }: { policy: PointPolicy }): ReactNode {
  const [t, tNames, format] = [useTranslations("points.rules"), useTranslations("points.names"), useFormatter()];
  const lines = CAP_GROUPS.flatMap((group) => {
    const rules = POINT_RULES.filter((rule) => policy.rules[rule].points > 0 && policy.rules[rule].group === group);
    if (rules.length === 0) return [];
    const names = format.list(rules.map((rule) => tNames(rule)));
    const { dayCap, weekCap } = policy.groups[group];
    return [dayCap !== null && t("groupDay", { names, cap: dayCap }), weekCap !== null && t("groupWeek", { names, cap: weekCap })].filter(
      (line) => line !== false,
    );
  });
  return (
    <div className="grid gap-1">
      <p>{t("caps", { day: policy.dayCap, week: policy.weekCap })}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function Stars({ stars }: { stars: readonly number[] }): ReactNode {
  const t = useTranslations("points.rules");
  return (
    <ul className="grid gap-1">
      {stars.map((points, at) => (
        <li key={points}>{t("stars", { points, stars: at + 1 })}</li>
      ))}
    </ul>
  );
}

function Year({ policy: { year } }: { policy: PointPolicy }): ReactNode {
  const [t, tParts] = [useTranslations("points.rules"), useTranslations("points.dimensions")];
  return (
    <div className="grid gap-1">
      <p>{t("yearStarts", { month: year.startsInMonth })}</p>
      <p>{t("weights")}</p>
      <ul className="grid list-disc gap-1 ps-5">
        {DIMENSIONS.filter((part) => year.weights[part] > 0).map((part) => (
          <li key={part}>
            {t("weight", { name: tParts(part), weight: year.weights[part], rule: t(`whole.${part}`, { whole: year.whole[part] }) })}
          </li>
        ))}
      </ul>
      {year.weights.completion > 0 && <p className="text-muted">{t("noTasks")}</p>}
    </div>
  );
}
