import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { TickField } from "#ui/tick-field.tsx";

type One = Readonly<{ subject: number; name: string; branchName: string }>;
type Props = Readonly<{ left: readonly One[]; listed: readonly One[] }>;

/** Ticks who steps back, as many as there are, and tries the list without them: a page of its own, and nothing is published by it. */
export function StepBackForm({ left, listed }: Props): ReactNode {
  const t = useTranslations("stages");
  const isLeft = new Set(left.map(({ subject }) => subject));
  return (
    <details open={left.length > 0} className="rounded-md border border-line bg-raised">
      <summary className="flex min-h-11 cursor-pointer items-center px-4 font-medium">{t("without")}</summary>
      <form method="get" className="grid gap-3 border-line border-t px-4 py-3">
        <p className="text-muted text-sm">{t("withoutLead")}</p>
        <input type="hidden" name="tries" value="true" />
        <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {[...left, ...listed].map(({ subject, name, branchName }) => (
            <TickField
              key={subject}
              name="without"
              value={subject}
              defaultChecked={isLeft.has(subject)}
              label={[name, branchName].filter(Boolean).join(" · ")}
            />
          ))}
        </div>
        <Button type="submit" className="justify-self-start">
          {t("tryWithout")}
        </Button>
      </form>
    </details>
  );
}
