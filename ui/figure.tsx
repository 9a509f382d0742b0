import type { ReactNode } from "react";

/** The number that matters first: large, with its unit and what it counts. */
export function Figure({ value, unit, label }: { value: ReactNode; unit?: ReactNode; label: ReactNode }): ReactNode {
  return (
    <div className="grid gap-0.5">
      <p className="tabular whitespace-nowrap leading-none">
        <span className="font-display font-semibold text-4xl">{value}</span>
        {unit && <span className="ms-1 text-muted">{unit}</span>}
      </p>
      <p className="text-muted text-sm">{label}</p>
    </div>
  );
}
