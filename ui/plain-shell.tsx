import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import type { Look } from "./look.ts";
import { DisplayMenu, SkipLink } from "./shell-parts.tsx";

type Props = { look?: Look; organisation?: string; banner?: ReactNode; children: ReactNode };

/** The frame of pages outside the five places: signing in, joining, verifying a certificate, nothing found. One narrow column. */
export function PlainShell({ look, organisation, banner, children }: Props): ReactNode {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {banner}
      <header className="no-print relative mx-auto flex w-full max-w-md items-center justify-between gap-4 px-4 pt-4 sm:pt-8">
        <Brand organisation={organisation} />
        {look && <DisplayMenu look={look} />}
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-md flex-1 px-4 pt-8 pb-16 outline-none sm:pt-14">
        {children}
      </main>
    </div>
  );
}
