import { Download, Eye, EyeOff, LockOpen, PartyPopper, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { AreaField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Props = Readonly<{ slug: string; phase: string; freezeAt: Date; isFrozen: boolean; releasedAt: Date | null; hasTeams: boolean }>;

/** The freeze of a contest's board: since when, both boards to look at, and what ends it. */
export function FreezePanel({ slug, phase, freezeAt, isFrozen, releasedAt, hasTeams }: Props): ReactNode {
  const t = useTranslations("contestDesk.freeze");
  const [board, path] = [`/contests/${slug}/board`, `/api/desk/contests/${slug}`];
  const state = releasedAt ? "released" : isFrozen ? "frozen" : "planned";
  return (
    <Section title={t("title")}>
      <p className="leading-relaxed">{t.rich(state, { at: () => <TimeText at={releasedAt ?? freezeAt} form="dated" /> })}</p>
      {isFrozen && (
        <div className="no-print flex flex-wrap gap-2">
          <LinkButton href={board} compact>
            <Eye aria-hidden className="size-4" />
            {t("true")}
          </LinkButton>
          <LinkButton href={`${board}?board=public`} compact>
            <EyeOff aria-hidden className="size-4" />
            {t("public")}
          </LinkButton>
          <LinkButton href={`${path}/board-file?board=public`} compact>
            <Download aria-hidden className="size-4" />
            {t("exportFrozen")}
          </LinkButton>
          {hasTeams && (
            <LinkButton href={`${path}/board-file?of=teams&board=public`} compact>
              <Download aria-hidden className="size-4" />
              {t("exportFrozenTeams")}
            </LinkButton>
          )}
          <LinkButton href={`/screen/contests/${slug}/reveal`} compact>
            <PartyPopper aria-hidden className="size-4" />
            {t("reveal")}
          </LinkButton>
          <RetakeForm slug={slug} path={path} />
          {phase === "closed" && <ReleaseForm slug={slug} path={path} />}
        </div>
      )}
    </Section>
  );
}

type FormProps = Readonly<{ slug: string; path: string }>;

/** After the ceremony, or without one. */
function ReleaseForm({ slug, path }: FormProps): ReactNode {
  const t = useTranslations("contestDesk.freeze.release");
  return (
    <ConfirmForm
      action={`${path}/release`}
      fields={{ next: `/desk/contests/${slug}?done=released` }}
      trigger={
        <>
          <LockOpen aria-hidden className="size-4" />
          {t("button")}
        </>
      }
      compact
      title={t("title")}
      lead={t("lead")}
      confirm={t("button")}
    />
  );
}

/** A ruling or a mark shows in the frozen board only when somebody wants it to, and says why. */
function RetakeForm({ slug, path }: FormProps): ReactNode {
  const t = useTranslations("contestDesk.freeze.retake");
  return (
    <ConfirmForm
      action={`${path}/frozen-board`}
      fields={{ next: `/desk/contests/${slug}?done=refrozen` }}
      trigger={
        <>
          <RotateCw aria-hidden className="size-4" />
          {t("button")}
        </>
      }
      compact
      title={t("title")}
      lead={t("lead")}
      confirm={t("button")}
    >
      <AreaField label={t("reason")} name="reason" required maxLength={500} rows={2} />
    </ConfirmForm>
  );
}
