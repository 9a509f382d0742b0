import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { TextField } from "#ui/field.tsx";

/** A side as the form holds it. */
export type SideDraft = Readonly<{ key: number; name: string; staffNos: string; others: string; fromTeamId?: number }>;

const MOST = 12;
const FEWEST = 2;

type Props = Readonly<{
  sides: readonly SideDraft[];
  onChange: (sides: readonly SideDraft[]) => void;
  errorAt: (...paths: string[]) => string | undefined;
}>;

/** The sides by their seats, with the staff numbers of who presses their buzzers; without any, the console presses for them. */
export function SideFields({ sides, onChange, errorAt }: Props): ReactNode {
  const t = useTranslations("hallDesk");
  const change = (key: number, part: Partial<SideDraft>) => onChange(sides.map((side) => (side.key === key ? { ...side, ...part } : side)));
  return (
    <Card title={t("sides")}>
      <p className="text-muted text-sm">{t("sidesHint")}</p>
      {sides.map(({ key, name, staffNos, others }, at) => (
        <div key={key} className="grid items-start gap-3 border-line border-b pb-3 last:border-0 sm:grid-cols-[1fr_1fr_1fr_auto]">
          <TextField
            label={t("sideName", { number: at + 1 })}
            required
            maxLength={30}
            value={name}
            error={errorAt(`sides.${at}.name`)}
            onChange={({ target }) => change(key, { name: target.value })}
          />
          <TextField
            label={t("buzzers", { number: at + 1 })}
            optional
            value={staffNos}
            error={errorAt(`sides.${at}.staffNos`)}
            onChange={({ target }) => change(key, { staffNos: target.value })}
          />
          <TextField
            label={t("others", { number: at + 1 })}
            optional
            value={others}
            onChange={({ target }) => change(key, { others: target.value })}
          />
          {sides.length > FEWEST && (
            <Button look="quiet" className="sm:mt-7" onClick={() => onChange(sides.filter((side) => side.key !== key))}>
              {t("removeSide", { number: at + 1 })}
            </Button>
          )}
        </div>
      ))}
      {sides.length < MOST && (
        <Button
          className="justify-self-start"
          onClick={() => {
            const key = Math.max(...sides.map((side) => side.key)) + 1;
            onChange([...sides, { key, name: t("sideNumber", { number: sides.length + 1 }), staffNos: "", others: "" }]);
          }}
        >
          <Plus aria-hidden className="size-4" />
          {t("addSide")}
        </Button>
      )}
    </Card>
  );
}
