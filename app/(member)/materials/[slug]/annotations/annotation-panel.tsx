"use client";
import { Feather, MessageSquareText, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { Button, LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { inReadingOrder, type Listed, shownBy } from "./annotation.ts";
import { FilterBar } from "./filter-bar.tsx";
import { NoteForm } from "./note-form.tsx";
import { Thread } from "./thread.tsx";
import type { Panel } from "./use-panel.ts";

type Props = {
  slug: string;
  listed: Listed;
  panel: Panel;
  form: ComponentProps<typeof NoteForm> | null;
  annotateBlock: (block: string) => void;
  attach: (id: number) => void;
  reload: () => Promise<void>;
};

/** Everything written on the text that the reader may see: beside it on a wide screen, over its lower part on a phone. */
export function AnnotationPanel({ slug, listed, panel, form, annotateBlock, attach, reload }: Props): ReactNode {
  const t = useTranslations("annotations");
  const { filter, block, chosen } = panel;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen may have to be filtered in first
  useEffect(() => {
    if (chosen !== null) document.getElementById(`note-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen, filter, block]);
  const shown = inReadingOrder(shownBy(filter, listed.items)).filter(({ place }) => block === null || place?.block === block);
  return (
    <aside
      data-annotating
      aria-labelledby="annotations-title"
      onKeyDown={(event) => event.key === "Escape" && !event.nativeEvent.isComposing && panel.close()}
      className="no-print fixed inset-x-0 bottom-0 z-40 grid max-h-[72dvh] grid-rows-[auto_minmax(0,1fr)] rounded-t-md border border-edge bg-raised lg:inset-y-0 lg:start-auto lg:max-h-none lg:w-[25rem] lg:rounded-none lg:border-y-0 lg:border-e-0"
    >
      <header className="flex items-center justify-between gap-3 border-line border-b ps-4 pe-2">
        <h2 id="annotations-title" ref={heading} tabIndex={-1} className="font-display font-semibold text-lg outline-none">
          {t("title")}
        </h2>
        <Button look="quiet" compact aria-label={t("close")} onClick={panel.close}>
          <X aria-hidden className="size-5" />
        </Button>
      </header>
      <div className="overflow-y-auto overscroll-contain px-4 pb-[calc(1rem+env(safe-area-inset-bottom))]">
        {form && (
          <div className="border-line border-b py-4">
            <NoteForm {...form} />
          </div>
        )}
        <FilterBar filter={filter} setFilter={panel.setFilter} items={listed.items} />
        {block !== null && (
          <p className="flex flex-wrap items-center gap-2 pt-3">
            <Button compact onClick={() => annotateBlock(block)}>
              {t("annotateThis")}
            </Button>
            <Button look="quiet" compact onClick={() => panel.open()}>
              {t("allParagraphs")}
            </Button>
          </p>
        )}
        {shown.map((item) => (
          <Thread
            key={item.id}
            item={item}
            me={listed.me}
            groups={listed.groups}
            isChosen={item.id === chosen}
            reload={reload}
            show={panel.show}
            attach={attach}
          />
        ))}
        {shown.length === 0 && (
          <div className="py-6">
            <Empty icon={MessageSquareText} title={t(`empty.${filter}`)}>
              {filter !== "orphans" && t("emptyHint")}
            </Empty>
          </div>
        )}
        <LinkButton look="quiet" compact href={`/reflections/new?material=${slug}`} className="mt-2">
          <Feather aria-hidden className="size-4" />
          {t("writeReflection")}
        </LinkButton>
      </div>
    </aside>
  );
}
