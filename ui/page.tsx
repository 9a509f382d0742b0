import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  /** The one primary action of the screen. */
  action?: ReactNode;
  back?: { href: string; label: string };
  width?: "reading" | "normal" | "wide";
  children?: ReactNode;
};

const widths = { reading: "max-w-[44rem]", normal: "max-w-4xl", wide: "max-w-6xl" };

/** A page's head and body: way back, title, one sentence, one primary action, then what it is about. */
export function Page({ title, lead, action, back, width = "normal", children }: Props): ReactNode {
  return (
    <div className={classNames("mx-auto grid w-full gap-8", widths[width])}>
      <header className="grid gap-4">
        {back && (
          <Link
            href={back.href}
            className="no-print -ms-1 inline-flex min-h-11 items-center gap-1 justify-self-start text-muted hover:text-ink"
          >
            <ChevronLeft aria-hidden className="size-4" />
            {back.label}
          </Link>
        )}
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <div className="min-w-0">
            <h1 className="font-bold font-display text-[1.75rem] leading-tight lg:text-[2rem]">{title}</h1>
            {lead && <div className="mt-2 max-w-[38em] text-muted">{lead}</div>}
          </div>
          {action && <div className="no-print flex-none max-sm:w-full max-sm:*:w-full">{action}</div>}
        </div>
      </header>
      {children}
    </div>
  );
}

/** A part of a page under its own heading; `aside` stands opposite it. */
export function Section({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <section className="grid gap-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-line border-b pb-2">
        <h2 className="font-display font-semibold text-xl">{title}</h2>
        {aside && (
          <div className="flex-none text-sm [&_a]:-my-3 [&_a]:inline-flex [&_a]:min-h-11 [&_a]:items-center [&_a]:text-seal">{aside}</div>
        )}
      </header>
      {children}
    </section>
  );
}
