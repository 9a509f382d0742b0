import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type Tone = "plain" | "seal" | "gold" | "pine" | "amber" | "indigo";

const tones: Record<Tone, string> = {
  plain: "border-line text-muted",
  seal: "border-seal bg-seal-wash text-seal",
  gold: "border-gold bg-gold-wash text-gold-ink",
  pine: "border-pine bg-pine-wash text-pine",
  amber: "border-amber bg-amber-wash text-amber",
  indigo: "border-indigo bg-indigo-wash text-indigo",
};

/** A state in one icon and one word. Gold is for honours alone. */
export function Badge({ tone = "plain", icon: Icon, children }: { tone?: Tone; icon?: LucideIcon; children: ReactNode }): ReactNode {
  return (
    <span
      className={classNames("inline-flex items-center gap-1 break-keep rounded-sm border px-1.5 py-0.5 text-xs leading-snug", tones[tone])}
    >
      {Icon && <Icon aria-hidden className="size-3.5 flex-none" />}
      {children}
    </span>
  );
}
