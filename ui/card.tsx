import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type CardProps = { title?: ReactNode; aside?: ReactNode; foot?: ReactNode; className?: string; children?: ReactNode };

/** A raised sheet with a hairline. `aside` stands opposite the title, `foot` under a rule. */
export function Card({ title, aside, foot, className, children }: CardProps): ReactNode {
  return (
    <section className={classNames("grid content-start gap-3 rounded-md border border-line bg-raised p-4 sm:p-5", className)}>
      {(title || aside) && (
        <header className="flex items-baseline justify-between gap-3">
          {title && <h2 className="font-display font-semibold text-lg">{title}</h2>}
          {aside && <span className="flex-none text-muted text-sm">{aside}</span>}
        </header>
      )}
      {children}
      {foot && <footer className="border-line border-t pt-3 text-muted text-sm">{foot}</footer>}
    </section>
  );
}

type LinkCardProps = {
  href: string;
  title: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
  mark?: ReactNode;
  level?: 2 | 3;
  className?: string;
};

/** A card that is one link: the whole sheet can be pressed, and a screen reader hears its title once. `level`: of its heading, 2 where no section stands above it. */
export function LinkCard({ href, title, lead, aside, mark, level = 3, className }: LinkCardProps): ReactNode {
  const Heading = `h${level}` as const;
  return (
    <article
      className={classNames(
        "relative flex min-h-16 items-center gap-4 rounded-md border border-line bg-raised p-4 transition-colors hover:border-edge sm:px-5",
        className,
      )}
    >
      {mark}
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-[min(11rem,100%)] flex-1">
          <Heading className="font-semibold leading-snug">
            <Link href={href} className="after:absolute after:inset-0 after:rounded-md">
              {title}
            </Link>
          </Heading>
          {lead && <div className="mt-1 text-muted text-sm">{lead}</div>}
        </div>
        {aside && <div className="flex-none text-sm">{aside}</div>}
      </div>
      <ChevronRight aria-hidden className="size-4 flex-none text-muted" />
    </article>
  );
}
