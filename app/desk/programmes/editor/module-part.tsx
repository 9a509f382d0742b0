"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ITEM_KINDS } from "#domain/programmes/item.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { freshItem } from "./edit-draft.ts";
import { swapped } from "./edit-moves.ts";
import { ItemPart, type LearnName } from "./item-part.tsx";
import { OrderButtons } from "./order-buttons.tsx";
import type { Choices } from "./programme-editor.tsx";
import type { Editor } from "./use-editor.ts";

type Props = { editor: Editor; choices: Choices; at: number; learnName: LearnName };

/** A module: its title, its window, its items in order, and the way to add one of each kind. */
export function ModulePart({ editor, choices, at, learnName }: Props): ReactNode {
  const t = useTranslations("programmeDesk");
  const { edit, set, changeModule, problem, nextKey } = editor;
  const module = edit.modules[at];
  if (!module) return null;
  const name = module.title || t("moduleNumber", { number: at + 1 });
  return (
    <section aria-label={name} className="grid gap-4 rounded-md border border-line p-4 sm:p-5">
      <header className="flex items-center justify-between gap-3">
        <h3 className="min-w-0 font-display font-semibold text-lg">{name}</h3>
        <OrderButtons
          name={name}
          isFirst={at === 0}
          isLast={at === edit.modules.length - 1}
          onMove={(by) => set({ modules: swapped(edit.modules, at, by) })}
          onRemove={() => set({ modules: edit.modules.filter((one) => one !== module) })}
        />
      </header>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {(["title", "titleEn"] as const).map((field) => (
          <TextField
            key={field}
            label={t(field === "title" ? "fields.moduleTitle" : "fields.titleEn")}
            maxLength={field === "title" ? 120 : 200}
            {...(field === "titleEn" && { optional: true, lang: "en" })}
            value={module[field]}
            error={problem(`modules.${at}.${field}`)}
            onChange={(event) => changeModule(at, { [field]: event.currentTarget.value })}
          />
        ))}
        {(["opensAt", "closesAt"] as const).map((field) => (
          <TextField
            key={field}
            type="datetime-local"
            label={t(`fields.module-${field}`)}
            optional
            value={module[field]}
            error={problem(`modules.${at}.${field}`)}
            onChange={(event) => changeModule(at, { [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      {problem(`modules.${at}`) && <p className="text-seal text-sm">{problem(`modules.${at}`)}</p>}
      <ol className="grid gap-3">
        {module.items.map((item, place) => (
          <ItemPart key={item.key} editor={editor} choices={choices} module={at} place={place} item={item} learnName={learnName} />
        ))}
      </ol>
      <div className="grid gap-2">
        <p className="text-muted text-sm">{t("addItem")}</p>
        <div className="flex flex-wrap gap-2">
          {ITEM_KINDS.map((kind) => (
            <Button key={kind} compact onClick={() => changeModule(at, { items: [...module.items, freshItem(kind, nextKey("i"))] })}>
              <Plus aria-hidden className="size-4" />
              {t(`kinds.${kind}`)}
            </Button>
          ))}
        </div>
      </div>
    </section>
  );
}
