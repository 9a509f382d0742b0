import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const STEPS = ["file", "mend", "write", "result"] as const;
export type Step = (typeof STEPS)[number];

/** Where one is between the file and the bank. */
export function StepList({ current }: { current: Step }): ReactNode {
  const t = useTranslations("questionImports");
  const reached = STEPS.indexOf(current);
  return (
    <ol aria-label={t("stepsLabel")} className="grid grid-cols-4 gap-2 text-sm">
      {STEPS.map((step, at) => (
        <li
          key={step}
          aria-current={step === current ? "step" : undefined}
          className="flex items-center gap-2 border-line border-t-3 pt-2 text-muted aria-[current=step]:border-seal aria-[current=step]:font-semibold aria-[current=step]:text-ink"
        >
          {at < reached ? <Check aria-hidden className="size-4 flex-none text-pine" /> : <span className="tabular">{at + 1}</span>}
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
