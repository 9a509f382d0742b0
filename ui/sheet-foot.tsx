import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

type Props = Readonly<{
  answered: number;
  total: number;
  isSending: boolean;
  /** Asked before something unanswered is handed in. */
  isUnsure: boolean;
  stay: () => void;
  /** What went wrong with handing in. */
  children?: ReactNode;
}>;

/** The foot of a sheet: how much is answered, and handing in, which asks once when something is not. */
export function SheetFoot({ answered, total, isSending, isUnsure, stay, children }: Props): ReactNode {
  const t = useTranslations("sheet");
  return (
    <div className="grid gap-4 border-line border-t pt-5">
      {children}
      {isUnsure && (
        <Notice
          kind="warning"
          action={
            <Button compact onClick={stay}>
              {t("stay")}
            </Button>
          }
        >
          {t("unanswered", { count: total - answered })}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" pending={isSending} className="max-sm:w-full">
          {t(isUnsure ? "handInAnyway" : "handIn")}
        </Button>
        <span role="status" className="tabular text-muted text-sm">
          {t("answeredOf", { answered, total })}
        </span>
      </div>
    </div>
  );
}
