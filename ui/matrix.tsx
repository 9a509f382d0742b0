import type { ReactNode } from "react";
import { MatrixSheets } from "./matrix-sheets.tsx";

/**
 * The frame of a table wider than the screen. It can be reached and scrolled from a keyboard; on paper it is cut into sheets. `before`:
 * what its cells point to.
 */
export function Matrix({ label, before, children }: { label: string; before?: ReactNode; children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from a keyboard
    <section className="matrix" aria-label={label} tabIndex={0}>
      {before}
      <table>
        <caption className="sr-only">{label}</caption>
        {children}
      </table>
      <MatrixSheets />
    </section>
  );
}
