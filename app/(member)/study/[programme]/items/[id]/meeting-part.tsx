import { CircleCheck, CircleDashed } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { TimeText } from "#ui/time-text.tsx";
import type { ItemPage } from "./item-page.ts";

/** When and where, whether one was there, and who notes it. */
export function MeetingPart({ meeting }: { meeting: NonNullable<ItemPage["meeting"]> }): ReactNode {
  const t = useTranslations("programmes");
  const { startsAt, endsAt, place, own, noters, isHeld, page } = meeting;
  return (
    <Card>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
        <dt className="text-muted">{t("time")}</dt>
        <dd>
          <TimeText at={startsAt} /> –{" "}
          <TimeText at={endsAt} form={startsAt.toDateString() === endsAt.toDateString() ? "clock" : "minute"} />
        </dd>
        {place && (
          <>
            <dt className="text-muted">{t("place")}</dt>
            <dd>{place}</dd>
          </>
        )}
        <dt className="text-muted">{t("presence")}</dt>
        <dd>
          <Badge tone={own ? "pine" : "plain"} icon={own ? CircleCheck : CircleDashed}>
            {t(own ? `modes.${own.mode}` : "notNoted")}
          </Badge>
        </dd>
      </dl>
      {!own && !isHeld && noters.length > 0 && <p className="text-muted text-sm">{t("noters", { names: noters.join(t("comma")) })}</p>}
      {!own && isHeld && <p className="text-muted text-sm">{t("heldAs")}</p>}
      {page !== null && (
        <Link href={`/meetings/${page}`} className="justify-self-start underline underline-offset-4">
          {t("toMeeting")}
        </Link>
      )}
    </Card>
  );
}
