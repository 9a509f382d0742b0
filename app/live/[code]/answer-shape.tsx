import { Circle, Diamond, Hexagon, type LucideIcon, Octagon, Pentagon, Square, Star, Triangle } from "lucide-react";
import type { ReactNode } from "react";
import { letterOf } from "#domain/papers/presentation.ts";

/** Letter, shape and colour together: whoever cannot tell one tells the others (D16). */
const marks: readonly Readonly<{ Icon: LucideIcon; tone: string }>[] = [
  { Icon: Triangle, tone: "border-seal bg-seal-wash text-seal" },
  { Icon: Diamond, tone: "border-indigo bg-indigo-wash text-indigo" },
  { Icon: Circle, tone: "border-amber bg-amber-wash text-amber" },
  { Icon: Square, tone: "border-pine bg-pine-wash text-pine" },
  { Icon: Pentagon, tone: "border-bronze bg-raised text-bronze-ink" },
  { Icon: Hexagon, tone: "border-silver bg-raised text-silver-ink" },
  { Icon: Star, tone: "border-gold bg-gold-wash text-gold-ink" },
  { Icon: Octagon, tone: "border-edge bg-sunken text-ink" },
];
const markOf = (place: number) => marks[place % marks.length] as (typeof marks)[number];

/** The frame of an option's colour. */
export const toneOf = (place: number): string => markOf(place).tone;

/** An option's letter and shape. */
export function OptionMark({ place }: { place: number }): ReactNode {
  const { Icon } = markOf(place);
  return (
    <span className="inline-flex flex-none items-center gap-2 font-bold font-display">
      <Icon aria-hidden className="size-[1.1em]" strokeWidth={2.5} />
      {letterOf(place)}
    </span>
  );
}
