import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PUBLIC_FROM, SHRINK_BELOW, SHRINK_K } from "#domain/boards/branch-board.ts";
import { viewOf } from "#domain/boards/near-view.ts";
import { judgedFormatOf } from "#domain/contests/format.ts";
import { fullMarksOf } from "#domain/contests/full-marks.ts";
import type { ContestRules as Rules } from "#domain/contests/rules.ts";
import { useJudgedLines, useOrderLines, useTryLines } from "./contest-format-rules.tsx";
import { useAwardLines, useDivisionLines, usePromotionLines, useTeamLines } from "./contest-stage-rules.tsx";
import { integrityLines } from "./integrity-lines.ts";
import { useRehearsalLines } from "./rehearsal-lines.tsx";
import { spanOf } from "./span-of.ts";
import { TimeText } from "./time-text.tsx";
import { windowForm } from "./window-form.ts";

/** `worth` in milli-points; `ownClosesAt` when it may differ for the reader (an extension). */
type Props = {
  rules: Rules;
  questions: number;
  worth: number;
  opensAt: Date;
  closesAt: Date;
  ownClosesAt?: Date;
  /** From when the public board stands still (D6). */
  freezeAt: Date | null;
};

/** Every rule the contest plays by, in words, in groups: what is printed is what is used (D4). Speaks the namespace `rules`. */
export function ContestRules({ rules, ...contest }: Props): ReactNode {
  const t = useTranslations("rules");
  return (
    <div className="grid gap-6">
      <Group title={t("groups.time")} lines={useTimeLines(rules, contest)} />
      <Group title={t("groups.rehearsal")} lines={useRehearsalLines(rules, contest.opensAt)} />
      <Group title={t("groups.marking")} lines={useMarkingLines(rules, contest)} />
      <Group title={t("groups.team")} lines={useTeamLines(rules)} />
      <Group title={t("groups.divisions")} lines={useDivisionLines(rules)} />
      <Group title={t("groups.ranking")} lines={useRankingLines(rules, contest)} />
      <Group title={t("groups.promotion")} lines={usePromotionLines(rules)} />
      <Group title={t("groups.awards")} lines={useAwardLines(rules)} />
      <Group title={t("groups.showing")} lines={useShowingLines(rules)} />
      <Group title={t("groups.integrity")} lines={integrityLines(t, rules)} />
    </div>
  );
}

function Group({ title, lines }: { title: string; lines: readonly ReactNode[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <div className="keep grid gap-2">
      <h3 className="font-semibold">{title}</h3>
      <ol className="grid list-decimal gap-1.5 ps-6 leading-relaxed marker:text-muted">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have a fixed order
          <li key={at}>{line}</li>
        ))}
      </ol>
    </div>
  );
}

function useTimeLines(rules: Rules, { opensAt, closesAt, ownClosesAt, worth }: Omit<Props, "rules">): ReactNode[] {
  const t = useTranslations("rules");
  const form = windowForm(opensAt, closesAt);
  const timeOf = (at: Date) => () => <TimeText at={at} form={form} />;
  const lines: ReactNode[] = [t.rich("window", { opens: timeOf(opensAt), closes: timeOf(closesAt) })];
  if (ownClosesAt && ownClosesAt.getTime() !== closesAt.getTime()) lines.push(t.rich("ownWindow", { closes: timeOf(ownClosesAt) }));
  const seconds = rules.allowanceMs / 1_000;
  lines.push(t("limit", spanOf(rules.limitMs)), t(judgedFormatOf(rules) ? "judged.allowance" : "allowance", { seconds }));
  lines.push(...useTryLines(rules, { opensAt, closesAt, worth }));
  if (rules.delayMs > 0) lines.push(t("delay", spanOf(rules.delayMs)));
  if (rules.earliestHandInMs > 0) lines.push(t("earliest", spanOf(rules.earliestHandInMs)));
  if (rules.lobbyMs > 0) lines.push(t("lobby", spanOf(rules.lobbyMs)));
  return lines;
}

function useMarkingLines(rules: Rules, { questions, worth, opensAt, closesAt }: Omit<Props, "rules">): ReactNode[] {
  const t = useTranslations("rules");
  const format = useFormatter();
  const points = (milli: number): string => format.number(milli / 1_000, { maximumFractionDigits: 3, useGrouping: false });
  const lines: ReactNode[] = [t("paper", { questions, worth: points(worth) }), t("drawn")];
  if (rules.shuffleQuestions || rules.shuffleOptions) {
    lines.push(
      t(rules.shuffleQuestions && rules.shuffleOptions ? "shuffledBoth" : rules.shuffleQuestions ? "shuffledQuestions" : "shuffledOptions"),
    );
  }
  const full = fullMarksOf({ rules, opensAt, closesAt }, worth);
  lines.push(...useJudgedLines(rules), t("zero"), t(`multiple.${rules.multipleMode}`), t("parts"));
  if (rules.passPercent !== null)
    lines.push(t("pass", { percent: rules.passPercent, points: points(Math.ceil((full * rules.passPercent) / 100)) }));
  return lines;
}

function useRankingLines(rules: Rules, { opensAt, closesAt, freezeAt }: Omit<Props, "rules">): ReactNode[] {
  const t = useTranslations("rules");
  const { board } = rules;
  const lines: ReactNode[] = [...useOrderLines(rules), t(`moves.${board.moves}`)];
  if (freezeAt) lines.push(t.rich("freeze", { at: () => <TimeText at={freezeAt} form={windowForm(opensAt, closesAt)} /> }), t("release"));
  const view = viewOf(board);
  if (view === "full") lines.push(t(`names.${board.names}`), board.places === null ? t("allPlaces") : t("places", { count: board.places }));
  else lines.push(...(view === "near" ? [t(`names.${board.names}`)] : []), t(`view.${view}`));
  if (!board.branches) return [...lines, t("noBranches")];
  lines.push(t(`formula.${board.branchFormula}`, { n: board.topN }), t("roster"));
  if (board.branchFormula !== "total" && board.branchFormula !== "top_n_mean")
    lines.push(t("shrunk", { below: SHRINK_BELOW, k: SHRINK_K }));
  lines.push(t("small", { from: PUBLIC_FROM }), t("branchTies"));
  return lines;
}

function useShowingLines({ review }: Rules): ReactNode[] {
  const t = useTranslations("rules");
  return (["score", "answers", "keys"] as const).map((part) =>
    t(`review.${part}`, { moment: t(`moments.${review[part]}`), isNever: String(review[part] === "never") }),
  );
}
