import {
  ArrowLeft,
  BookOpenText,
  CalendarDays,
  ChartColumn,
  ClipboardList,
  FileQuestion,
  FileText,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  MessageSquareText,
  Network,
  Presentation,
  Scale,
  ScrollText,
  Trophy,
  Users,
  UsersRound,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { NavLink } from "./nav-link.tsx";
import { SearchLink } from "./search-link.tsx";
import { type ShellProps, SideLink } from "./shell.tsx";
import { DisplayMenu, ShellFoot, SkipLink } from "./shell-parts.tsx";

const icons = {
  overview: LayoutDashboard,
  people: Users,
  branches: Network,
  materials: BookOpenText,
  programmes: ListChecks,
  tasks: ClipboardList,
  questions: FileQuestion,
  papers: FileText,
  contests: Trophy,
  halls: Presentation,
  groups: UsersRound,
  meetings: CalendarDays,
  reports: ChartColumn,
  policy: Scale,
  audit: ScrollText,
  complaints: MessageSquareText,
} satisfies Record<string, LucideIcon>;

export type DeskPlace = keyof typeof icons;

const usual: readonly DeskPlace[] = ["overview", "people", "branches", "materials", "questions", "contests", "policy", "audit"];

function hrefOf(place: DeskPlace): string {
  return place === "overview" ? "/desk" : `/desk/${place}`;
}

/** The organizer's frame: a side bar on wide screens, tabs that scroll on a phone. `places` are those the offices held may open. */
export function DeskShell({
  person,
  look,
  organisation,
  banner,
  places = usual,
  children,
}: ShellProps & { places?: readonly DeskPlace[] }): ReactNode {
  const t = useTranslations("nav");
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <header className="no-print sticky top-0 hidden h-dvh flex-col overflow-y-auto border-line border-e bg-sunken px-4 py-5 lg:flex">
        <Brand organisation={organisation} />
        <SearchLink wide />
        <p className="mt-6 mb-2 px-3 text-muted text-xs">{t("desk")}</p>
        <nav aria-label={t("deskNav")} className="grid gap-0.5">
          {places.map((place) => (
            <SideLink key={place} href={hrefOf(place)} exact={place === "overview"} Icon={icons[place]} label={t(`places.${place}`)} />
          ))}
        </nav>
        <Link href="/" className="mt-4 flex min-h-11 items-center gap-3 px-3 text-muted text-sm hover:text-ink">
          <ArrowLeft aria-hidden className="size-5" strokeWidth={1.75} />
          {t("leaveDesk")}
        </Link>
        <ShellFoot person={person} look={look} />
      </header>
      <div className="flex min-h-dvh min-w-0 flex-col">
        <header className="no-print relative border-line border-b bg-sunken lg:hidden">
          <div className="flex items-center justify-between px-4 pt-1.5 sm:px-6">
            <Link href="/" className="flex min-h-11 items-center gap-2 text-muted">
              <ArrowLeft aria-hidden className="size-5" />
              {t("leaveDesk")}
            </Link>
            <span className="flex items-center">
              <SearchLink />
              <DisplayMenu look={look} />
            </span>
          </div>
          <nav aria-label={t("deskNav")} className="flex gap-5 overflow-x-auto px-4 [scrollbar-width:none] sm:px-6">
            {places.map((place) => (
              <NavLink
                key={place}
                href={hrefOf(place)}
                exact={place === "overview"}
                className="inline-flex min-h-11 flex-none items-center border-transparent border-b-2 text-muted focus-visible:-outline-offset-2 aria-[current=page]:border-seal aria-[current=page]:font-semibold aria-[current=page]:text-seal"
              >
                {t(`places.${place}`)}
              </NavLink>
            ))}
          </nav>
        </header>
        {banner}
        <main id="main" tabIndex={-1} className="flex-1 px-4 pt-6 pb-16 outline-none sm:px-6 lg:px-10 lg:pt-8">
          {children}
        </main>
      </div>
    </div>
  );
}
