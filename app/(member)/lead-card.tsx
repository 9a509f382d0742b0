import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";
import { Figure } from "#ui/figure.tsx";
import { TimeText } from "#ui/time-text.tsx";
import type { FirstThing } from "./first-thing.ts";
import type { ListedMaterial } from "./materials/material-card.tsx";
import { timeLeft } from "./time-left.ts";

type Contest = Readonly<{
  slug: string;
  title: string;
  phase: string;
  branchName: string;
  opensAt: Date;
  closesAt: Date;
  questions: number;
  attemptsAllowed: number;
  attemptsUsed: number;
  triesOf: "contest" | "day";
}>;
type Material = ListedMaterial & Readonly<{ readAt: Date | null; publishedAt: Date }>;

type Said = { title: string; lang?: string; href: string; detail: ReactNode; until?: Date };

const HALF_A_YEAR_MS = 182 * 86_400_000;

/** What a card says about the thing: its name, where it leads, one line of detail and the moment that matters. */
function useSaid(thing: FirstThing<Contest, Material>, now: Date): Said {
  const t = useTranslations("home");
  const isEnglish = useLocale() === "en";
  if (thing.kind === "running") {
    const { contest, dueAt } = thing.attempt;
    return {
      title: contest.title,
      href: `/contests/${contest.slug}/play`,
      detail: t.rich("handInBy", { at: () => <TimeText at={dueAt} form="clock" /> }),
      until: dueAt,
    };
  }
  if (thing.kind === "open" || thing.kind === "lobby") {
    const { slug, title, branchName, questions, attemptsAllowed, attemptsUsed, triesOf, opensAt, closesAt } = thing.contest;
    const isOpen = thing.kind === "open";
    const until = isOpen ? closesAt : opensAt;
    // Far away, the year says more than the minute.
    const at = () => <TimeText at={until} form={until.getTime() - now.getTime() > HALF_A_YEAR_MS ? "day" : "minute"} />;
    const detail = t.rich(isOpen ? (triesOf === "day" ? "closesAtByDay" : "closesAt") : "opensAt", {
      branch: branchName,
      questions,
      left: attemptsAllowed - attemptsUsed,
      at,
    });
    return { title, href: `/contests/${slug}`, detail, until };
  }
  const { slug, title, titleEn, summary, summaryEn, resume, characters } = thing.material;
  const inEnglish = isEnglish && titleEn !== "";
  const detail = resume ? t("stoppedAt", { paragraph: Number(resume.slice(1)), characters }) : (inEnglish && summaryEn) || summary;
  return {
    title: inEnglish ? titleEn : title,
    lang: inEnglish ? "en" : "zh-CN",
    href: `/materials/${slug}${resume ? `#${resume}` : ""}`,
    detail,
  };
}

/** The one thing to do now, with the one primary button of the page. */
export function LeadCard({ thing, now }: { thing: FirstThing<Contest, Material>; now: Date }): ReactNode {
  const t = useTranslations("home");
  const { title, lang, href, detail, until } = useSaid(thing, now);
  const left = until && timeLeft(until.getTime() - now.getTime());
  return (
    <section
      aria-labelledby="first-thing"
      className="flex flex-wrap items-center justify-between gap-x-10 gap-y-5 rounded-md border border-line border-s-3 border-s-seal bg-raised p-5 sm:p-7"
    >
      <div className="min-w-[min(18rem,100%)] flex-1">
        <p className="font-medium text-seal text-sm">{t(`kinds.${thing.kind}`)}</p>
        <h2 id="first-thing" lang={lang} className="mt-1 font-display font-semibold text-xl sm:text-2xl">
          {title}
        </h2>
        <p className="mt-2 line-clamp-3 text-muted">{detail}</p>
      </div>
      <div className="flex items-end justify-between gap-8 max-sm:w-full">
        {left && <Figure value={left.value} unit={t(`units.${left.unit}`, { count: left.value })} label={t(`until.${thing.kind}`)} />}
        <LinkButton href={href} look="primary" className={left ? "" : "max-sm:w-full"}>
          {t(`actions.${thing.kind}`)}
        </LinkButton>
      </div>
    </section>
  );
}
