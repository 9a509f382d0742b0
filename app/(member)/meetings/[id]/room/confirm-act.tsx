import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { useInRoom } from "./room-context.ts";

/** A command that is not undone: asked once more, in place. */
export function ConfirmAct({
  path,
  label,
  lead,
  look = "danger",
}: {
  path: string;
  label: string;
  lead: string;
  look?: "danger" | "quiet";
}): ReactNode {
  const t = useTranslations("common");
  const { act, busy } = useInRoom();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <Button look={look} onClick={() => setAsked(true)}>
        {label}
      </Button>
    );
  return (
    <div role="alertdialog" aria-label={label} className="grid w-full gap-3 rounded-md border border-seal bg-seal-wash p-3">
      <p>{lead}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setAsked(false)}>{t("cancel")}</Button>
        <Button look="danger" pending={busy === path} onClick={() => void act(path).then((done) => done && setAsked(false))}>
          {label}
        </Button>
      </div>
    </div>
  );
}
