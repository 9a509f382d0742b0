import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { AskedItem } from "#app/hall/asked-item.tsx";
import { RoundRules } from "#app/hall/round-rules.tsx";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { SelectField } from "#ui/field.tsx";
import type { ConsolePage, DoAct } from "./console-page.ts";
import { Marks } from "./marks.tsx";

type Props = Readonly<{ page: ConsolePage; seconds: number | null; isBusy: boolean; act: DoAct }>;

/** The question that stands on the stage with its answer, and what may be done with it. */
export function NowPart({ page, seconds, isBusy, act }: Props): ReactNode {
  const t = useTranslations("hallDesk");
  const { view } = page;
  const { round, item } = view;
  const title = round
    ? t("roundOf", { number: round.at + 1, of: view.rounds.length, title: round.rules.title })
    : t(`phases.${view.phase}`);
  return (
    <Card title={title} aside={round && t("askedOf", { asked: round.opened, total: round.total ?? 0, spares: page.spares })}>
      {!item && round && view.phase === "running" && <RoundRules rules={round.rules} className="grid list-disc gap-1 ps-5" />}
      {item && (
        <div className="grid gap-3">
          <p className="flex flex-wrap items-center gap-2">
            <Badge>{t("itemNumber", { number: item.number })}</Badge>
            {item.part !== null && <Badge>{t("bonusPart", { part: item.part })}</Badge>}
            {round?.rules.kind === "bowl" && item.number > round.rules.items && <Badge>{t("overtime")}</Badge>}
            <Badge>{t(item.stage === "buzzing" && item.reading ? `reading.${item.reading}` : `stages.${item.stage}`)}</Badge>
            {item.value !== null && <Badge>{t("worth", { points: item.value / 1_000 })}</Badge>}
            {item.isVoid && <Badge>{t("void")}</Badge>}
            {item.answer && <Badge>{t("shown")}</Badge>}
            {seconds !== null && item.stage !== "judged" && (
              <span role="timer" className="tabular font-bold text-2xl">
                {t("seconds", { seconds })}
              </span>
            )}
          </p>
          <div className="text-lg">{page.body && <AskedItem body={page.body} answer={page.answer} />}</div>
          {page.answer?.explanation && <p className="text-muted text-sm">{page.answer.explanation}</p>}
        </div>
      )}
      <Acts page={page} isBusy={isBusy} act={act} />
    </Card>
  );
}

const nameOf = ({ view }: ConsolePage, seat: number | null): string => view.sides.find((side) => side.seat === seat)?.name ?? "";

type PlainKind = "power" | "read" | "bonus" | "round" | "start" | "stop" | "pass" | "unclaimed" | "reveal" | "finish";

/** One strong button for the usual next thing, and the others beside it. */
function Acts({ page, isBusy, act }: Omit<Props, "seconds">): ReactNode {
  const t = useTranslations("hallDesk");
  const { acts, withReason, view } = page;
  const { item } = view;
  const may = (kind: string) => acts.includes(kind) && !withReason.includes(kind);
  const plain = (kind: PlainKind, isFirst = false) =>
    may(kind) && (
      <Button key={kind} look={isFirst ? "primary" : "secondary"} pending={isBusy} onClick={() => void act({ kind })}>
        {t(kind === "start" && item?.clock ? "acts.resume" : `acts.${kind}`)}
      </Button>
    );
  return (
    <div className="grid gap-4 border-line border-t pt-4">
      <div className="flex flex-wrap gap-2">
        {item?.stage === "buzzing" && plain("power", true)}
        {item?.stage === "buzzing" && plain("read", item.reading === "on")}
        {plain("start", true)}
        {may("mark") && item?.seat != null && <Marks page={page} seat={item.seat} isBusy={isBusy} act={act} />}
        {plain("stop")}
        {plain("pass")}
        {plain("unclaimed", true)}
        {plain("reveal", item !== null)}
        {plain("bonus", true)}
        {plain("round", true)}
        {plain("finish", true)}
      </div>
      {may("open") && <OpenForm page={page} isBusy={isBusy} act={act} />}
    </div>
  );
}

/** Whose question comes next, and for how much; by itself whose turn it is. */
function OpenForm({ page, isBusy, act }: Omit<Props, "seconds">): ReactNode {
  const t = useTranslations("hallDesk");
  const { due, sides, round } = page.view;
  const [chosen, setChosen] = useState("");
  const seat = chosen === "" ? {} : { seat: Number(chosen) };
  const values = round?.rules.kind === "risk" ? round.rules.values : [];
  const open = async (value?: number): Promise<void> => {
    if (await act({ kind: "open", ...seat, ...(value !== undefined && { value }) })) setChosen("");
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      {due !== null && (
        <div className="w-56">
          <SelectField label={t("whose")} value={chosen} onChange={({ target }) => setChosen(target.value)}>
            <option value="">{t("due", { side: nameOf(page, due) })}</option>
            {sides.map((side) => (
              <option key={side.seat} value={side.seat} lang="zh-CN">
                {side.name}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {values.map((value) => (
        <Button key={value} look="primary" pending={isBusy} onClick={() => void open(value)}>
          {t("acts.openFor", { points: value / 1_000 })}
        </Button>
      ))}
      {values.length === 0 && (
        <Button look="primary" pending={isBusy} onClick={() => void open()}>
          {t("acts.open")}
        </Button>
      )}
    </div>
  );
}
