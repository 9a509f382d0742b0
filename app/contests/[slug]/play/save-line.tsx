"use client";
import {
  CircleCheck,
  CircleDashed,
  CircleX,
  CloudOff,
  LoaderCircle,
  type LucideIcon,
  MonitorSmartphone,
  TriangleAlert,
} from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type KeeperState, type SaveShown, saveShown } from "./keeper-state.ts";
import { unsaved } from "./outbox.ts";

const looks: Record<SaveShown, { Icon: LucideIcon; colour: string }> = {
  untouched: { Icon: CircleDashed, colour: "text-muted" },
  loaded: { Icon: CircleCheck, colour: "text-pine" },
  saving: { Icon: LoaderCircle, colour: "text-muted" },
  saved: { Icon: CircleCheck, colour: "text-pine" },
  recovered: { Icon: CircleCheck, colour: "text-pine" },
  offline: { Icon: CloudOff, colour: "text-amber" },
  unkept: { Icon: TriangleAlert, colour: "text-seal" },
  "signed-out": { Icon: TriangleAlert, colour: "text-seal" },
  "taken-over": { Icon: MonitorSmartphone, colour: "text-amber" },
  refused: { Icon: CircleX, colour: "text-seal" },
  contested: { Icon: TriangleAlert, colour: "text-amber" },
  closed: { Icon: CircleDashed, colour: "text-muted" },
};

/** What goes well is not read out after every answer. */
const quiet: ReadonlySet<SaveShown> = new Set(["untouched", "loaded", "saving", "saved"]);

/** What the screen may truthfully say about saving: 已保存 14:03:22 · 正在保存 · 离线，答案已存在本机 · 已恢复. Said aloud when it changes kind. */
export function SaveLine({ saving }: { saving: KeeperState }): ReactNode {
  const t = useTranslations("play.saving");
  const format = useFormatter();
  const shown = saveShown(saving);
  const { Icon, colour } = looks[shown];
  const at =
    saving.savedAt &&
    format.dateTime(new Date(saving.savedAt), { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const count = unsaved(saving.box).length;
  return (
    <p className={`flex min-w-0 items-center gap-1.5 text-sm ${colour}`} data-saving={shown}>
      <Icon aria-hidden className={shown === "saving" ? "size-4 flex-none animate-turn" : "size-4 flex-none"} />
      <span className="tabular">{t(shown, { at: at ?? "", count })}</span>
      {/* The time would be read out at every answer: only a change of kind is said. */}
      <span aria-live="polite" className="sr-only">
        {quiet.has(shown) ? "" : t(shown, { at: at ?? "", count })}
      </span>
    </p>
  );
}
