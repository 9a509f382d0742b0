import { BookOpen, CircleUserRound, House, Landmark, type LucideIcon, PencilLine, Trophy } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import type { Look } from "./look.ts";
import { NavLink } from "./nav-link.tsx";
import { SearchLink } from "./search-link.tsx";
import { ShellFoot, type ShellPerson, SkipLink, TopBar } from "./shell-parts.tsx";

type Place = { href: string; word: string; Icon: LucideIcon; also?: readonly string[]; exact?: boolean };

const places: readonly Place[] = [
  { href: "/", word: "home", Icon: House, exact: true },
  { href: "/study", word: "study", Icon: BookOpen, also: ["/tasks", "/materials", "/search", "/groups", "/meetings", "/yearbooks"] },
  { href: "/practice", word: "practice", Icon: PencilLine, also: ["/review"] },
  { href: "/contests", word: "contests", Icon: Trophy, also: ["/live"] },
  { href: "/me", word: "me", Icon: CircleUserRound },
];

export type ShellProps = {
  /** Null when nobody is signed in. */
  person: ShellPerson | null;
  look: Look;
  organisation?: string | undefined;
  /** `Notice bleed` elements: demo organisation, plain http. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The member's frame: five places in a bar at the bottom of a phone, in a side bar on wide screens, 工作台 for those with an office. */
export function AppShell({
  person,
  look,
  organisation,
  banner,
  showDesk = false,
  unread,
  children,
}: ShellProps & { showDesk?: boolean; unread?: number | undefined }): ReactNode {
  const t = useTranslations("nav");
  return (
    <div data-shell className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <header className="no-print sticky top-0 hidden h-dvh flex-col overflow-y-auto border-line border-e px-4 py-5 lg:flex">
        <Brand organisation={organisation} />
        {person && <SearchLink wide />}
        <nav aria-label={t("main")} className="mt-6 grid gap-1">
          {places.map((place) => (
            <SideLink key={place.href} {...place} label={t(place.word)} />
          ))}
          {showDesk && (
            <div className="mt-3 border-line border-t pt-3">
              <SideLink href="/desk" Icon={Landmark} label={t("desk")} />
            </div>
          )}
        </nav>
        <ShellFoot person={person} look={look} unread={unread} />
      </header>
      <div className="flex min-h-dvh min-w-0 flex-col">
        <TopBar person={person} look={look} organisation={organisation} desk={showDesk} unread={unread} />
        {banner}
        <main id="main" tabIndex={-1} className="flex-1 px-4 pt-6 pb-28 outline-none sm:px-6 lg:px-12 lg:pt-10 lg:pb-20">
          {children}
        </main>
      </div>
      <BottomBar label={t("main")}>
        {places.map((place) => (
          <BottomLink key={place.href} {...place} label={t(place.word)} />
        ))}
      </BottomBar>
    </div>
  );
}

/** One line of a side bar. */
export function SideLink({ href, also, exact, Icon, label }: Omit<Place, "word"> & { label: string }): ReactNode {
  return (
    <NavLink
      href={href}
      {...(also && { also })}
      {...(exact && { exact })}
      className="relative flex min-h-11 items-center gap-3 rounded-md px-3 text-muted transition-colors before:absolute before:inset-y-2.5 before:-start-4 before:w-[3px] before:rounded-e-sm hover:bg-sunken hover:text-ink aria-[current=page]:bg-seal-wash aria-[current=page]:font-semibold aria-[current=page]:text-seal aria-[current=page]:before:bg-seal"
    >
      <Icon aria-hidden className="size-5 flex-none" strokeWidth={1.75} />
      {label}
    </NavLink>
  );
}

/** Five equal places, until large type makes a word wider than a fifth: then that one takes what it needs, and no word is broken. */
function BottomBar({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <nav
      aria-label={label}
      className="no-print fixed inset-x-0 bottom-0 z-30 grid grid-cols-[repeat(5,minmax(max-content,1fr))] border-line border-t bg-raised pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {children}
    </nav>
  );
}

function BottomLink({ href, also, exact, Icon, label }: Omit<Place, "word"> & { label: string }): ReactNode {
  return (
    <NavLink
      href={href}
      {...(also && { also })}
      {...(exact && { exact })}
      className="relative grid min-h-14 content-center justify-items-center gap-0.5 whitespace-nowrap text-[length:min(0.75rem,4.5vw)] text-muted leading-tight before:absolute before:top-0 before:h-0.5 before:w-8 focus-visible:-outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-seal aria-[current=page]:before:bg-seal"
    >
      <Icon aria-hidden className="size-6" strokeWidth={1.75} />
      {label}
    </NavLink>
  );
}
