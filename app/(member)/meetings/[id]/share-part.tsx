import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { encode } from "uqr";
import { pageContext } from "#app/_http/request-context.ts";
import { Qr } from "#ui/qr.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Props = Readonly<{ id: number; title: string; startsAt: Date; place: string; holder: string; isShortNotice: boolean }>;

/** A card to be shown around: title, day, place and a code that leads here. */
export async function SharePart({ id, title, startsAt, place, holder, isShortNotice }: Props): Promise<ReactNode> {
  const [t, { origin = "" }] = await Promise.all([getTranslations("meetings"), pageContext()]);
  return (
    <div className="grid max-w-sm gap-4 rounded-md border border-line bg-raised p-5 text-center">
      <p className="text-muted text-sm">{holder}</p>
      <p className="font-display font-semibold text-xl leading-snug">{title}</p>
      <p>
        <TimeText at={startsAt} />
        {place && <span className="block text-muted">{place}</span>}
      </p>
      <div className="mx-auto w-44">
        <Qr modules={encode(`${origin}/meetings/${id}`, { border: 0, ecc: "M" }).data} label={t("shareCode")} />
      </div>
      <p className="text-muted text-sm">{t(isShortNotice ? "shareShort" : "shareHint")}</p>
    </div>
  );
}
