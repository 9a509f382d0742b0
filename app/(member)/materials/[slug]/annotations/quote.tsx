import type { ReactNode } from "react";

/** The words of the text that something is about. */
export function Quote({ children }: { children: ReactNode }): ReactNode {
  return (
    <blockquote lang="zh-CN" className="line-clamp-3 border-edge border-s-3 ps-3 text-muted text-sm">
      {children}
    </blockquote>
  );
}
