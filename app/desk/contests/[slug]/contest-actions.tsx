import {
  Activity,
  Archive,
  Ban,
  ChartColumn,
  Copy,
  Download,
  Eye,
  Gavel,
  MessageCircleQuestionMark,
  Pencil,
  PenLine,
  Projector,
  ScanSearch,
  SquareArrowOutUpRight,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { AreaField } from "#ui/field.tsx";

type Props = Readonly<{ slug: string; title: string; phase: string; hasTeams: boolean }>;

const hasBoard = (phase: string): boolean => ["open", "closing", "closed", "published"].includes(phase);
const OVER = ["closed", "published", "cancelled"];

/** What else can be done with a contest now. */
export function ContestActions({ slug, title, phase, hasTeams }: Props): ReactNode {
  const t = useTranslations("contestDesk");
  const tMarking = useTranslations("marking");
  const tRulings = useTranslations("rulings");
  const tStatistics = useTranslations("statistics");
  const tIntegrity = useTranslations("integrity");
  const tAsked = useTranslations("clarifications");
  const tEvidence = useTranslations("evidence");
  const path = `/desk/contests/${slug}`;
  const links = [
    { href: `${path}/edit`, label: t("edit"), Icon: Pencil, shown: phase === "draft" },
    { href: `${path}/preview`, label: t("preview.title"), Icon: Eye, shown: phase !== "cancelled" },
    { href: `${path}/monitor`, label: t("monitor.title"), Icon: Activity, shown: OVER.includes(phase) },
    { href: `${path}/statistics`, label: tStatistics("title"), Icon: ChartColumn, shown: phase === "closed" || phase === "published" },
    { href: `${path}/rulings`, label: tRulings("title"), Icon: Gavel, shown: phase === "closed" || phase === "published" },
    { href: `${path}/marking`, label: tMarking("title"), Icon: PenLine, shown: phase !== "draft" && phase !== "cancelled" },
    {
      href: `${path}/clarifications`,
      label: tAsked("title"),
      Icon: MessageCircleQuestionMark,
      shown: phase !== "draft" && phase !== "cancelled",
    },
    { href: `${path}/integrity`, label: tIntegrity("title"), Icon: ScanSearch, shown: phase !== "draft" && phase !== "cancelled" },
    { href: `${path}/evidence`, label: tEvidence("title"), Icon: Archive, shown: phase === "closed" || phase === "published" },
    { href: `/screen/contests/${slug}`, label: t("screen"), Icon: Projector, shown: phase !== "draft" && phase !== "cancelled" },
    { href: `/api/desk/contests/${slug}/board-file`, label: t("exportPersons"), Icon: Download, shown: hasBoard(phase) },
    { href: `/api/desk/contests/${slug}/board-file?of=branches`, label: t("exportBranches"), Icon: Download, shown: hasBoard(phase) },
    { href: `/api/desk/contests/${slug}/board-file?of=teams`, label: t("exportTeams"), Icon: Download, shown: hasTeams && hasBoard(phase) },
    { href: `/contests/${slug}`, label: t("memberPage"), Icon: SquareArrowOutUpRight, shown: phase !== "draft" },
    { href: `/desk/contests/new?from=${slug}`, label: t("copyAsNew"), Icon: Copy, shown: true },
  ];
  return (
    <div className="no-print flex flex-wrap gap-2">
      {links
        .filter(({ shown }) => shown)
        .map(({ href, label, Icon }) => (
          <LinkButton key={href} href={href} compact {...(href.startsWith("/api") && { prefetch: false })}>
            <Icon aria-hidden className="size-4" />
            {label}
          </LinkButton>
        ))}
      {phase !== "published" && phase !== "cancelled" && <CancelForm slug={slug} title={title} />}
    </div>
  );
}

/** Calling off cannot be undone: the name is typed, and a reason given. */
function CancelForm({ slug, title }: Pick<Props, "slug" | "title">): ReactNode {
  const t = useTranslations("contestDesk.cancel");
  return (
    <ConfirmForm
      action={`/api/desk/contests/${slug}/cancel`}
      fields={{ next: `/desk/contests/${slug}?done=cancelled` }}
      trigger={
        <>
          <Ban aria-hidden className="size-4" />
          {t("button")}
        </>
      }
      triggerLook="danger"
      compact
      title={t("title")}
      lead={t("lead")}
      confirm={t("confirm")}
      nameToType={title}
    >
      <AreaField label={t("reason")} name="reason" required maxLength={500} rows={2} />
    </ConfirmForm>
  );
}
