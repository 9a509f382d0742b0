"use client";
import { MessageSquareText } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Annotation } from "./annotation.ts";
import { MarginMarkers } from "./margin-markers.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useAnnotations } from "./use-annotations.ts";
import { useMarks } from "./use-marks.ts";
import { usePanel } from "./use-panel.ts";
import { useSelected } from "./use-selected.ts";
import { useWriting } from "./use-writing.ts";
import "./marks.css";

const AnnotationPanel = dynamic(async () => (await import("./annotation-panel.tsx")).AnnotationPanel, { ssr: false });
const NONE: readonly Annotation[] = [];

function countsOf(items: readonly Annotation[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { place } of items) if (place) counts.set(place.block, (counts.get(place.block) ?? 0) + 1);
  return counts;
}

/** Marks over the text, numbers beside it, a bar at the selection, and the panel with the threads. */
export function Annotating({ slug, lang }: { slug: string; lang: string }): ReactNode {
  const t = useTranslations("annotations");
  const { listed, reload } = useAnnotations(slug, lang);
  const items = listed?.items ?? NONE;
  const selected = useSelected();
  const panel = usePanel(items);
  const writing = useWriting({ slug, lang }, listed, reload, panel);
  const { draft, attachingId, attach, problem } = writing;
  const isAttaching = attachingId !== null;
  useMarks(items, panel.chosen, panel.choose);
  const openNamed = useEffectEvent(() => {
    const named = items.find(({ id }) => window.location.hash === `#note-${id}`);
    if (!named) return;
    panel.choose(named.id, named.state === "orphan" ? "orphans" : "all");
    panel.show(named.id);
  });
  const isListed = listed !== null;
  useEffect(() => {
    if (isListed) openNamed();
  }, [isListed]);
  if (!listed) return null;
  const form = draft && {
    ...{ slug, lang, draft, number: listed.number, groups: listed.groups },
    ...{ change: writing.changeDraft, done: reload },
  };
  return (
    <>
      {!panel.isOpen && (
        <Button
          className="no-print fixed! end-4 bottom-[calc(4.75rem+env(safe-area-inset-bottom))] z-20 lg:bottom-6"
          onClick={() => panel.open()}
        >
          <MessageSquareText aria-hidden className="size-5" />
          {/* With letters of double size a phone has room for the number alone. */}
          <span className="max-[16rem]:sr-only">{draft ? t("goOnWriting") : t("openPanel", { count: items.length })}</span>
          <span aria-hidden className="min-[16rem]:hidden">
            {draft ? "…" : items.length}
          </span>
        </Button>
      )}
      {problem && (
        <div className="no-print fixed inset-x-4 top-4 z-50 mx-auto max-w-md bg-raised">
          <Notice
            kind="error"
            action={
              <Button look="quiet" compact onClick={writing.forgive}>
                {t("close")}
              </Button>
            }
          >
            {problem}
          </Notice>
        </div>
      )}
      {isAttaching && (
        <div className="no-print fixed inset-x-4 top-4 z-50 mx-auto max-w-md bg-raised" data-annotating>
          <Notice
            action={
              <Button look="quiet" compact onClick={writing.stopAttaching}>
                {t("cancel")}
              </Button>
            }
          >
            {t("attaching")}
          </Notice>
        </div>
      )}
      <MarginMarkers counts={countsOf(items)} everywhere={panel.isOpen || isAttaching} open={writing.pressMarker} />
      {selected && (
        <SelectionBar rect={selected.rect} isAttaching={isAttaching} choose={(kind) => void writing.pick(selected.stretch, kind)} />
      )}
      {panel.isOpen && <AnnotationPanel {...{ slug, listed, panel, form, reload, attach }} annotateBlock={writing.annotateBlock} />}
    </>
  );
}
