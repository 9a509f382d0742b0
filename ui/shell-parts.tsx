import { ALargeSmall, Bell, CircleUserRound, Landmark } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { LinkButton } from "./button.tsx";
import type { Look } from "./look.ts";
import { PrefsSwitch } from "./prefs-switch.tsx";
import { SearchLink } from "./search-link.tsx";

export type ShellPerson = { readonly name: string; readonly branch?: string };

/** The first thing a keyboard meets: past the navigation to the text. */
export function SkipLink(): ReactNode {
  const t = useTranslations("nav");
  return (
    <a
      href="#main"
      className="sr-only rounded-md bg-ink px-4 py-3 text-paper focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-50"
    >
      {t("skip")}
    </a>
  );
}

/** Display and language behind one button; opens without JavaScript. `up` where there is no room below. */
export function DisplayMenu({ look, up = false, word = false }: { look: Look; up?: boolean; word?: boolean }): ReactNode {
  const t = useTranslations("nav");
  return (
    <details name="display">
      <summary
        aria-label={t("display")}
        className="flex min-h-11 min-w-11 items-center gap-3 rounded-md px-3 text-muted hover:bg-sunken hover:text-ink"
      >
        <ALargeSmall aria-hidden className="size-5 flex-none" strokeWidth={1.75} />
        {word && <span className="text-sm">{t("display")}</span>}
      </summary>
      <div
        className={
          up
            ? "fixed bottom-28 start-4 z-40 w-72 rounded-md border border-edge bg-raised p-4"
            : "absolute end-4 top-full z-40 mt-1 w-72 rounded-md border border-edge bg-raised p-4"
        }
      >
        <PrefsSwitch look={look} />
      </div>
    </details>
  );
}

/** The bell: how many notices wait, 99+ at most. */
export function BellLink({ unread, word = false }: { unread: number; word?: boolean }): ReactNode {
  const t = useTranslations("nav");
  return (
    <Link
      href="/notices"
      className="relative flex min-h-11 min-w-11 items-center gap-3 rounded-md px-3 text-muted hover:bg-sunken hover:text-ink"
    >
      <Bell aria-hidden className="size-5 flex-none" strokeWidth={1.75} />
      <span className="sr-only">{t("unread", { count: unread })}</span>
      {word && (
        <span aria-hidden className="text-sm">
          {t("notices")}
        </span>
      )}
      {unread > 0 && (
        <span
          aria-hidden
          className={`tabular min-w-5 rounded-full bg-seal px-1 text-center text-on-seal text-xs leading-5 ${word ? "ms-auto" : "absolute end-0 top-0.5"}`}
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Link>
  );
}

/** The line at the top of a phone: the seal, the display menu, the desk, who is signed in. */
export function TopBar({
  person,
  look,
  organisation,
  desk = false,
  unread,
}: {
  person: ShellPerson | null;
  look: Look;
  organisation?: string | undefined;
  desk?: boolean;
  unread?: number | undefined;
}): ReactNode {
  const t = useTranslations("nav");
  return (
    <header className="no-print relative flex flex-wrap items-center justify-between gap-x-3 border-line border-b px-4 py-1.5 sm:px-6 lg:hidden">
      {/* In very large letters the seal and the buttons do not fit beside each other: they stand in two lines. */}
      <div className="grid min-w-0 flex-1 basis-28">
        <Brand organisation={organisation} />
      </div>
      <div className="ms-auto flex flex-none items-center">
        {person && <SearchLink />}
        <DisplayMenu look={look} />
        {unread !== undefined && <BellLink unread={unread} />}
        {desk && (
          <Link href="/desk" className="flex min-h-11 items-center gap-1.5 rounded-md px-2 text-muted text-sm hover:text-ink">
            <Landmark aria-hidden className="size-5" strokeWidth={1.75} />
            {t("desk")}
          </Link>
        )}
        {!person && (
          <LinkButton href="/sign-in" compact>
            {t("signIn")}
          </LinkButton>
        )}
      </div>
    </header>
  );
}

/** The foot of a side bar: display menu and who is signed in. */
export function ShellFoot({ person, look, unread }: { person: ShellPerson | null; look: Look; unread?: number | undefined }): ReactNode {
  const t = useTranslations("nav");
  return (
    <div className="mt-auto grid gap-1 pt-6">
      {unread !== undefined && <BellLink unread={unread} word />}
      <DisplayMenu look={look} up word />
      {person ? (
        <Link href="/me" className="flex min-h-12 items-center gap-3 rounded-md border-line border-t px-3 pt-2 hover:bg-sunken">
          <CircleUserRound aria-hidden className="size-5 flex-none text-muted" strokeWidth={1.75} />
          <span className="min-w-0 leading-tight">
            <span className="block truncate font-medium">{person.name}</span>
            {person.branch && <span className="block truncate text-muted text-xs">{person.branch}</span>}
          </span>
        </Link>
      ) : (
        <LinkButton href="/sign-in" wide>
          {t("signIn")}
        </LinkButton>
      )}
    </div>
  );
}
