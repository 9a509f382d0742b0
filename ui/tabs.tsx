import Link from "next/link";
import type { ReactNode } from "react";

export type Tab = { readonly href: string; readonly label: string; readonly count?: number };

/** Views of one thing, each with its own URL. `current` is the href of the one being shown. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }): ReactNode {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none]">
      <ul className="flex min-w-full gap-6 border-line border-b">
        {tabs.map(({ href, label: name, count }) => (
          <li key={href} className="flex-none">
            <Link
              href={href}
              aria-current={href === current ? "page" : undefined}
              className="-mb-px inline-flex min-h-11 items-center gap-1.5 border-transparent border-b-2 text-muted hover:text-ink aria-[current=page]:border-seal aria-[current=page]:font-semibold aria-[current=page]:text-seal"
            >
              {name}
              {count !== undefined && <span className="tabular font-normal text-sm">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
