import { Check, CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Tick } from "./tick.tsx";

/** `missed`: a right one that was left out of several; `answer`: the right one where another was chosen. */
export type Verdict = "right" | "wrong" | "missed" | "answer";

type Props = Omit<ComponentProps<"input">, "type" | "children"> & {
  kind: "radio" | "checkbox";
  letter?: string;
  verdict?: Verdict | undefined;
  children: ReactNode;
};

const verdicts = {
  right: { Icon: CircleCheck, frame: "border-pine bg-pine-wash", words: "text-pine" },
  wrong: { Icon: CircleX, frame: "border-seal bg-seal-wash", words: "text-seal" },
  missed: { Icon: CircleDashed, frame: "border-dashed border-pine", words: "text-pine" },
  answer: { Icon: CircleCheck, frame: "border-dashed border-pine", words: "text-pine" },
};

/**
 * One answer to choose: round for one of many, square for several, with its letter. Chosen, right, wrong and missed differ by
 * shape and word as well as by colour. Works as a plain input in a form; give `checked`/`onChange` to drive it.
 */
export function Choice({ kind, letter, verdict, className, children, ...input }: Props): ReactNode {
  const t = useTranslations("common");
  const seen = verdict && verdicts[verdict];
  return (
    <label className={classNames("relative block", className)}>
      <Tick type={kind} {...input} className="peer absolute inset-0 size-full opacity-0" />
      <span
        className={classNames(
          "group flex min-h-14 flex-wrap items-center gap-3.5 rounded-md border px-3.5 py-3 leading-relaxed transition-colors",
          "peer-focus-visible:outline-2 peer-focus-visible:outline-seal peer-focus-visible:outline-offset-2",
          seen ? seen.frame : "border-edge bg-raised peer-checked:border-seal peer-checked:bg-seal-wash peer-enabled:hover:border-ink",
          !seen && "peer-disabled:opacity-60",
        )}
      >
        <Letter round={kind === "radio"} letter={letter} />
        <span className="min-w-[5rem] flex-1">{children}</span>
        {seen && verdict && (
          <span className={classNames("ms-auto flex flex-none items-center gap-1 font-medium text-sm", seen.words)}>
            <seen.Icon aria-hidden className="size-5" />
            {t(verdict)}
          </span>
        )}
      </span>
    </label>
  );
}

/** The letter in its shape; a tick sits on it while the answer is chosen. */
function Letter({ round, letter }: { round: boolean; letter: string | undefined }): ReactNode {
  return (
    <span
      aria-hidden
      className={classNames(
        "choice-letter relative grid size-8 flex-none place-items-center border border-edge bg-paper font-medium text-sm",
        round ? "rounded-full" : "rounded-sm",
      )}
    >
      {letter ?? ""}
      <Check className="choice-tick absolute -end-1.5 -top-1.5 size-4 rounded-full bg-ink p-0.5 text-paper" strokeWidth={3} />
    </span>
  );
}

/** A question's answers, or any set of choices, under one legend. */
export function ChoiceGroup({ legend, hint, children }: { legend: ReactNode; hint?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 font-medium">{legend}</legend>
      {hint && <p className="text-muted text-sm">{hint}</p>}
      {children}
    </fieldset>
  );
}
