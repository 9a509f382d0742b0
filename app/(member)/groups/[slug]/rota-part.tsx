import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { LinkButton } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { Summary } from "#ui/summary.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Meeting = Readonly<{
  id: number;
  title: string;
  startsAt: Date;
  leader: Readonly<{ id: number; name: string }> | null;
  isOwn: boolean;
  isFixed: boolean;
  announcedAt: Date | null;
}>;
type Rota = Readonly<{ meetings: readonly Meeting[]; more: number; asked: readonly Readonly<{ startsAt: Date }>[] }>;

/** The next meetings and who leads them; one's own can be swapped and prepared from here. */
export function RotaPart({ slug, rota, mayLead }: { slug: string; rota: Rota; mayLead: boolean }): ReactNode {
  const t = useTranslations("groups");
  return (
    <div className="grid gap-4">
      <ol className="grid gap-3">
        {rota.meetings.map((meeting) => (
          <li key={meeting.id} className="grid gap-3 rounded-md border border-line bg-raised p-4 sm:px-5">
            <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[1fr_auto] sm:items-start">
              <div className="min-w-0">
                <h3 className="wrap-anywhere font-semibold">
                  <Link href={`/meetings/${meeting.id}`} className="-my-2 inline-flex min-h-11 items-center hover:text-seal">
                    {meeting.title}
                  </Link>
                </h3>
                <p className="text-muted text-sm">
                  <TimeText at={meeting.startsAt} />
                </p>
              </div>
              <div className="flex flex-wrap items-center gap-2">
                {meeting.isOwn && <Badge tone="seal">{t("yourTurn")}</Badge>}
                {meeting.announcedAt && <Badge tone="pine">{t("announced")}</Badge>}
                <span>{meeting.leader ? t("leads", { name: meeting.leader.name }) : t("nobodyLeads")}</span>
              </div>
            </div>
            {(meeting.isOwn || mayLead) && (
              <div className="-ms-3 flex flex-wrap items-start gap-3">
                <LinkButton compact look="quiet" href={`/groups/${slug}/kit/${meeting.id}`}>
                  {t("kit.open")}
                </LinkButton>
                {meeting.isOwn && <AskSwap slug={slug} meeting={meeting} others={rota.meetings} />}
              </div>
            )}
          </li>
        ))}
      </ol>
      {rota.more > 0 && <p className="text-muted">{t("moreMeetings", { count: rota.more })}</p>}
      {mayLead && (
        <form method="post" action={`/api/groups/${slug}/rota`} className="grid gap-2">
          <input type="hidden" name="next" value={`/groups/${slug}?done=planned`} />
          <SubmitButton look="secondary" className="justify-self-start">
            {t("replan")}
          </SubmitButton>
          <p className="text-muted text-sm">{t("replanHint")}</p>
        </form>
      )}
    </div>
  );
}

function AskSwap({ slug, meeting, others }: { slug: string; meeting: Meeting; others: readonly Meeting[] }): ReactNode {
  const t = useTranslations("groups");
  const possible = others.filter(({ leader, isOwn }) => leader && !isOwn);
  if (possible.length === 0) return null;
  return (
    <details>
      <Summary className="inline-flex px-3 font-medium text-sm">{t("askSwap")}</Summary>
      <form method="post" action={`/api/groups/${slug}/swaps`} className="mt-2 grid gap-3">
        <input type="hidden" name="next" value={`/groups/${slug}?done=asked`} />
        <input type="hidden" name="meetingId" value={meeting.id} />
        <SelectField label={t("swapWith")} name="withMeetingId" required>
          {possible.map((other) => (
            <option key={other.id} value={other.id}>
              {t("swapOption", { name: other.leader?.name ?? "", title: other.title, day: other.startsAt })}
            </option>
          ))}
        </SelectField>
        <SubmitButton look="secondary" className="justify-self-start">
          {t("sendSwap")}
        </SubmitButton>
      </form>
    </details>
  );
}
