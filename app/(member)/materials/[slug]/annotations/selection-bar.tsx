"use client";
import { CircleHelp, Highlighter, NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import type { Kind } from "./annotation.ts";

const KINDS = [
  ["highlight", Highlighter],
  ["note", NotebookPen],
  ["question", CircleHelp],
] as const;
const BAR_PX = 56;

type Props = { rect: DOMRect; isAttaching: boolean; choose: (kind: Kind) => void };

/** What can be done with the selected words: below them on a wide screen, at the foot of a phone, where the system's own menu is not. */
export function SelectionBar({ rect, isAttaching, choose }: Props): ReactNode {
  const t = useTranslations("annotations");
  const top = Math.min(Math.max(8, rect.bottom + 8), window.innerHeight - BAR_PX - 8);
  return (
    <div
      data-annotating
      role="toolbar"
      aria-label={t("barLabel")}
      style={{ "--bar-top": `${top}px`, "--bar-left": `${Math.max(8, rect.left)}px` } as CSSProperties}
      className="no-print fixed inset-x-2 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-50 flex justify-center gap-1 rounded-md border border-edge bg-raised p-1 lg:inset-x-auto lg:top-(--bar-top) lg:bottom-auto lg:left-(--bar-left)"
      onPointerDown={(event) => event.preventDefault()}
    >
      {isAttaching ? (
        <Button look="primary" compact onClick={() => choose("note")}>
          {t("attachHere")}
        </Button>
      ) : (
        KINDS.map(([kind, Icon]) => (
          <Button key={kind} look="quiet" compact onClick={() => choose(kind)}>
            <Icon aria-hidden className="size-4" />
            {t(`make.${kind}`)}
          </Button>
        ))
      )}
    </div>
  );
}
