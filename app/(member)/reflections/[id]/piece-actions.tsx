import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

type Piece = Readonly<{
  id: number;
  mine: boolean;
  kept: boolean;
  recommended: boolean;
  collected: boolean;
  item: object | null;
  material: object | null;
  may: { withdraw: boolean; oversee: boolean };
}>;

/** Says yes or no to one thing about a piece. */
function Switch({ path, on, children }: { path: string; on: boolean; children: ReactNode }): ReactNode {
  return (
    <form method="post" action={path}>
      <input type="hidden" name="on" value={String(!on)} />
      <SubmitButton look="secondary" compact aria-pressed={on}>
        {children}
      </SubmitButton>
    </form>
  );
}

/** What can be done with a piece that was handed in: keep it; take one's own back; recommend and collect it. */
export function PieceActions({ piece }: { piece: Piece }): ReactNode {
  const t = useTranslations("reflections");
  const { id, mine, kept, recommended, collected, may } = piece;
  const completes = piece.item !== null || piece.material !== null;
  const at = (verb: string) => `/api/reflections/${id}/${verb}`;
  return (
    <div className="no-print flex flex-wrap items-center gap-3">
      {recommended && <Badge tone="gold">{t("recommended")}</Badge>}
      {collected && <Badge tone="indigo">{t("collected")}</Badge>}
      {!mine && (
        <Switch path={at("keep")} on={kept}>
          {t(kept ? "unkeep" : "keep")}
        </Switch>
      )}
      {may.oversee && (
        <>
          <Switch path={at("recommend")} on={recommended}>
            {t(recommended ? "unrecommend" : "recommend")}
          </Switch>
          <Switch path={at("collect")} on={collected}>
            {t(collected ? "uncollect" : "collect")}
          </Switch>
        </>
      )}
      {may.withdraw && (
        <form method="post" action={at("withdraw")} className="flex flex-wrap items-center gap-x-3">
          <SubmitButton look="quiet" compact {...(completes && { "aria-describedby": "withdraw-opens" })}>
            {t("withdraw")}
          </SubmitButton>
          {completes && (
            <p id="withdraw-opens" className="text-muted text-sm">
              {t("withdrawOpens")}
            </p>
          )}
        </form>
      )}
    </div>
  );
}

/** Throws a draft away, after asking. */
export function ThrowAway({ id }: { id: number }): ReactNode {
  const t = useTranslations("reflections");
  return (
    <ConfirmForm
      action={`/api/reflections/${id}/remove`}
      fields={{ next: "/reflections" }}
      trigger={t("throwAway")}
      triggerLook="quiet"
      compact
      title={t("throwAwayTitle")}
      lead={t("throwAwayLead")}
      confirm={t("throwAway")}
    />
  );
}
