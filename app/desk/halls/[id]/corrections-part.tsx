import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { Act } from "#domain/halls/acts.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import type { ConsolePage, DoAct } from "./console-page.ts";

type Props = Readonly<{ page: ConsolePage; isBusy: boolean; act: DoAct }>;

const milliOf = (text: string): number => Math.round(Number(text) * 1_000);

/** What changes what was, each with its reason: undo, another question, points, a ruling, and leaving a round before its end. */
export function CorrectionsPart({ page, isBusy, act }: Props): ReactNode {
  const t = useTranslations("hallDesk");
  const events = useTranslations("halls.events");
  const { acts, withReason, undoes, view, ledger } = page;
  const [reason, setReason] = useState("");
  const [seat, setSeat] = useState("1");
  const [points, setPoints] = useState("");
  const [of, setOf] = useState("");
  const [ruled, setRuled] = useState("");
  const send = async (said: Act): Promise<void> => {
    // What was typed meanwhile belongs to the next deed.
    if (await act(said, reason)) setReason((now) => (now === reason ? "" : now));
  };
  const undone = ledger.find(({ seq }) => seq === undoes);
  const given = ledger
    .filter((line) => !line.isTakenBack && ["mark", "buzz", "adjust"].includes(line.kind) && line.effects.length > 0)
    .toReversed();
  const nameOf = (side: number | null) => view.sides.find((one) => one.seat === side)?.name ?? "";
  return (
    <Card title={t("corrections")}>
      <TextField
        label={t("reason")}
        hint={t("reasonHint")}
        value={reason}
        maxLength={500}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="flex flex-wrap gap-2">
        {undone && (
          <Button pending={isBusy} onClick={() => void send({ kind: "undo", of: undone.seq })}>
            {t("undo", { seq: undone.seq, what: events(undone.kind as "mark") })}{" "}
            {undone.seat !== null && <span lang="zh-CN">{nameOf(undone.seat)}</span>}
          </Button>
        )}
        {acts.includes("skip") && (
          <Button pending={isBusy} onClick={() => void send({ kind: "skip" })}>
            {t("acts.skip")}
          </Button>
        )}
        {(["round", "finish"] as const).map(
          (kind) =>
            withReason.includes(kind) && (
              <Button key={kind} pending={isBusy} onClick={() => void send({ kind })}>
                {t(`leaveBy.${kind}`)}
              </Button>
            ),
        )}
      </div>
      {acts.includes("adjust") && (
        <form
          className="flex flex-wrap items-end gap-2 border-line border-t pt-3"
          onSubmit={(event) => {
            event.preventDefault();
            void send({ kind: "adjust", seat: Number(seat), points: milliOf(points) });
          }}
        >
          <div className="w-48">
            <SelectField label={t("side")} value={seat} onChange={({ target }) => setSeat(target.value)}>
              {view.sides.map((side) => (
                <option key={side.seat} value={side.seat} lang="zh-CN">
                  {side.name}
                </option>
              ))}
            </SelectField>
          </div>
          <div className="w-32">
            <TextField label={t("plusMinus")} required value={points} onChange={({ target }) => setPoints(target.value)} />
          </div>
          <Button type="submit" pending={isBusy}>
            {t("acts.adjust")}
          </Button>
        </form>
      )}
      {given.length > 0 && (
        <form
          className="flex flex-wrap items-end gap-2 border-line border-t pt-3"
          onSubmit={(event) => {
            event.preventDefault();
            void send({ kind: "ruling", of: Number(of || given[0]?.seq), points: milliOf(ruled) });
          }}
        >
          <div className="w-72">
            <SelectField label={t("ruledLine")} value={of} onChange={({ target }) => setOf(target.value)}>
              {given.map((line) => (
                <option key={line.seq} value={line.seq}>
                  {t("lineText", {
                    seq: line.seq,
                    what: events(line.kind as "mark"),
                    side: nameOf(line.seat),
                    points: (line.effects[0]?.points ?? 0) / 1_000,
                  })}
                </option>
              ))}
            </SelectField>
          </div>
          <div className="w-32">
            <TextField label={t("givesNow")} required value={ruled} onChange={({ target }) => setRuled(target.value)} />
          </div>
          <Button type="submit" pending={isBusy}>
            {t("acts.ruling")}
          </Button>
        </form>
      )}
    </Card>
  );
}
