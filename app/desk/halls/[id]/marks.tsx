import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import type { ConsolePage, DoAct } from "./console-page.ts";

type Props = Readonly<{ page: ConsolePage; seat: number; isBusy: boolean; act: DoAct }>;

/** Right or wrong for the side that answers, and a part where the round knows one. */
export function Marks({ page, seat, isBusy, act }: Props): ReactNode {
  const t = useTranslations("hallDesk");
  const kind = page.view.round?.rules.kind;
  const name = page.view.sides.find((side) => side.seat === seat)?.name;
  const [part, setPart] = useState("");
  return (
    <>
      <Button look="primary" pending={isBusy} onClick={() => void act({ kind: "mark", seat, verdict: "right" })}>
        <span lang="zh-CN">{name}</span> {t("acts.right")}
      </Button>
      <Button look="danger" pending={isBusy} onClick={() => void act({ kind: "mark", seat, verdict: "wrong" })}>
        <span lang="zh-CN">{name}</span> {t("acts.wrong")}
      </Button>
      {kind !== "risk" && kind !== "extra" && kind !== "bowl" && (
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void act({ kind: "mark", seat, verdict: "part", points: Math.round(Number(part) * 1_000) });
          }}
        >
          <div className="w-28">
            <TextField label={t("partPoints")} inputMode="decimal" value={part} onChange={({ target }) => setPart(target.value)} />
          </div>
          <Button type="submit" pending={isBusy}>
            {t("acts.part")}
          </Button>
        </form>
      )}
    </>
  );
}
