import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { deviceOf } from "./device-of.ts";

type Session = Readonly<{ id: string; device: string; createdAt: Date; seenAt: Date; current: boolean }>;

/** Where one is signed in, and a button that ends each of the others. */
export function Sessions({ sessions, now }: { sessions: readonly Session[]; now: Date }): ReactNode {
  const t = useTranslations("me");
  return (
    <ul className="grid">
      {sessions.map(({ id, device, createdAt, seenAt, current }) => {
        const { browser, system } = deviceOf(device);
        const name = t("device", { browser: t(`browsers.${browser}`), system: t(`systems.${system}`) });
        return (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b py-3 first:pt-0 last:border-0"
          >
            <div>
              <p className="flex items-center gap-2 font-medium">
                {name}
                {current && <Badge tone="pine">{t("thisDevice")}</Badge>}
              </p>
              <p className="flex flex-wrap gap-x-3 text-muted text-sm">
                <span>
                  {t("signedInAt")} <TimeText at={createdAt} />
                </span>
                <span>
                  {t("lastSeen")} <TimeText at={seenAt} form="relative" now={now} />
                </span>
              </p>
            </div>
            {!current && (
              <form method="post" action={`/api/me/sessions/${id}/end`}>
                <input type="hidden" name="next" value="/me#sessions" />
                <SubmitButton look="secondary" compact aria-label={t("endNamed", { name })}>
                  {t("end")}
                </SubmitButton>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
