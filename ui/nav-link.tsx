"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  href: string;
  /** Other paths that belong to this place. */
  also?: readonly string[];
  /** True when only the path itself counts, not what lies under it. */
  exact?: boolean;
  className?: string;
  children: ReactNode;
};

/** A link of the navigation that knows whether the reader is there (`aria-current`). */
export function NavLink({ href, also = [], exact = false, className, children }: Props): ReactNode {
  const path = usePathname();
  const here = [href, ...also].some((place) => path === place || (!exact && path.startsWith(`${place}/`)));
  return (
    <Link href={href} aria-current={here ? "page" : undefined} className={className}>
      {children}
    </Link>
  );
}
