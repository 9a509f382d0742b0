import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Qr } from "#ui/qr.tsx";
import type { ScreenFacts } from "./screen-facts.ts";

/** How to come in, and who has. */
export function ScreenLobby({ first, players, names }: { first: ScreenFacts; players: number; names: readonly string[] }): ReactNode {
  const t = useTranslations("live");
  return (
    <div className="grid items-center gap-[4vw] md:grid-cols-[auto_minmax(0,1fr)]">
      <div className="justify-self-center [&_svg]:w-[min(26vw,44vh)]">
        <Qr modules={first.wayIn.modules} label={t("screen.scan")} caption={first.wayIn.url} />
      </div>
      <div className="grid gap-[2vh]">
        <p>{t("screen.scan")}</p>
        <p className="tabular font-bold text-[3.5em] leading-none tracking-[0.15em]">{first.code}</p>
        <p role="status" className="font-semibold">
          {players === 0 ? t("screen.noOne") : t("screen.players", { count: players })}
        </p>
        <ul className="flex max-h-[28vh] flex-wrap gap-2 overflow-hidden text-[0.65em]">
          {names.toReversed().map((name, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may bear one name
            <li key={at} lang="zh-CN" className="rounded-md border border-line bg-raised px-3 py-1">
              {name}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
