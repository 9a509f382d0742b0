import type { ReactNode } from "react";

type Props = { value: number; max: number; label: string };

/** Part of the whole, 0…100, whole percents, never rounded up to done. */
function percentOf(value: number, max: number): number {
  return max <= 0 ? 0 : Math.min(100, Math.max(0, Math.floor((value / max) * 100)));
}

/** How far along, as a bar. Widths are SVG attributes: no inline style, so a strict content policy can hold. */
export function ProgressBar({ value, max, label }: Props): ReactNode {
  const percent = percentOf(value, max);
  return (
    <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value} className="h-1.5 w-full">
      <svg aria-hidden="true" width="100%" height="100%" className="block overflow-hidden rounded-full">
        <rect width="100%" height="100%" className="fill-line" />
        <rect width={`${percent}%`} height="100%" rx="3" className={percent === 100 ? "fill-pine" : "fill-seal"} />
      </svg>
    </div>
  );
}

/** How far along, as a ring with what matters inside it (3/5, 60%). */
export function ProgressRing({ value, max, label, children }: Props & { children?: ReactNode }): ReactNode {
  const percent = percentOf(value, max);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className="relative grid size-16 flex-none place-items-center"
    >
      <svg aria-hidden="true" viewBox="0 0 64 64" className="-rotate-90 absolute inset-0">
        <circle cx="32" cy="32" r="28" fill="none" strokeWidth="4" className="stroke-line" />
        {percent > 0 && (
          <circle
            cx="32"
            cy="32"
            r="28"
            fill="none"
            strokeWidth="4"
            strokeLinecap="round"
            pathLength="100"
            strokeDasharray={`${percent} 100`}
            className={percent === 100 ? "stroke-pine" : "stroke-seal"}
          />
        )}
      </svg>
      <span className="tabular relative font-semibold text-sm">{children ?? `${percent}%`}</span>
    </div>
  );
}
