// Above 150 lines: the fields of one item stand together, each shown or not by what the item is.
"use client";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SelectField, TextField } from "#ui/field.tsx";
import { TickField } from "#ui/tick-field.tsx";
import type { ItemEdit } from "./edit-draft.ts";
import { movedItem, withoutItem } from "./edit-moves.ts";
import { ItemKindFields } from "./item-kind-fields.tsx";
import { OrderButtons } from "./order-buttons.tsx";
import type { Choices } from "./programme-editor.tsx";
import type { Editor } from "./use-editor.ts";

type Props = { editor: Editor; choices: Choices; module: number; place: number; item: ItemEdit; learnName: LearnName };
export type LearnName = (kind: "material" | "contest" | "meeting", slug: string, title: string) => void;

/** Kinds that are marked, and may therefore ask for a score. */
const SCORED: readonly ItemEdit["kind"][] = ["reading", "quiz", "unit", "contest"];

/** One item, folded to its title until it is opened; one with a problem stands open. */
export function ItemPart(props: Props): ReactNode {
  const t = useTranslations("programmeDesk");
  const { editor, module, place, item } = props;
  const { edit, set, refused } = editor;
  const path = `modules.${module}.items.${place}`;
  const isWrong = refused?.fields.some((one) => one.path.startsWith(`${path}.`)) ?? false;
  const name = item.title || t("itemNumber", { number: place + 1 });
  return (
    <li className="relative rounded-md border border-line bg-raised">
      <details open={item.id === null || isWrong}>
        <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 sm:pe-44">
          <span className="min-w-0 flex-1 font-medium">{name}</span>
          <span className="text-muted text-sm">{t(`kinds.${item.kind}`)}</span>
          {isWrong && (
            <span className="flex items-center gap-1 text-seal text-sm">
              <CircleAlert aria-hidden className="size-4" />
              {t("hasProblem")}
            </span>
          )}
        </summary>
        <div className="grid gap-5 border-line border-t p-4">
          <ItemFields {...props} path={path} />
        </div>
      </details>
      <div className="flex justify-end border-line px-2 py-1 max-sm:border-t sm:absolute sm:end-0 sm:top-0 sm:py-0">
        <OrderButtons
          name={name}
          isFirst={module === 0 && place === 0}
          isLast={module === edit.modules.length - 1 && place === (edit.modules[module]?.items.length ?? 0) - 1}
          onMove={(by) => set({ modules: movedItem(edit.modules, module, place, by) })}
          onRemove={() => set({ modules: withoutItem(edit.modules, item.key) })}
        />
      </div>
    </li>
  );
}

function ItemFields({ editor, choices, module, place, item, path, learnName }: Props & { path: string }): ReactNode {
  const t = useTranslations("programmeDesk");
  const at = (field: string): string | undefined => editor.problem(`${path}.${field}`);
  const change = (part: Partial<ItemEdit>): void => editor.changeItem(module, place, part);
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label={t("fields.itemTitle")}
          value={item.title}
          maxLength={120}
          error={at("title") ?? at("kind") ?? at("id") ?? at("key")}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <TextField
          label={t("fields.titleEn")}
          optional
          lang="en"
          value={item.titleEn}
          maxLength={200}
          error={at("titleEn")}
          onChange={(event) => change({ titleEn: event.currentTarget.value })}
        />
      </div>
      <ItemKindFields item={item} branchId={editor.edit.branchId} choices={choices} at={at} change={change} learnName={learnName} />
      <CompletionFields item={item} at={at} change={change} />
      <ForFields editor={editor} item={item} at={at} change={change} />
    </>
  );
}

type FieldProps = { item: ItemEdit; at: (field: string) => string | undefined; change: (part: Partial<ItemEdit>) => void };

/** When it counts as done, and by when. */
function CompletionFields({ item, at, change }: FieldProps): ReactNode {
  const t = useTranslations("programmeDesk");
  const isScored = SCORED.includes(item.kind) && item.owner === "person";
  const asksScore = isScored && item.moveOn !== "Completed" && item.moveOn !== "NotApplicable";
  const rules = isScored
    ? (["Completed", "Passed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"] as const)
    : (["Completed", "NotApplicable"] as const);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <SelectField
        label={t("fields.moveOn")}
        value={item.moveOn}
        error={at("moveOn")}
        onChange={(event) => change({ moveOn: event.currentTarget.value as ItemEdit["moveOn"] })}
      >
        {rules.map((rule) => (
          <option key={rule} value={rule}>
            {t(`moveOn.${rule}`)}
          </option>
        ))}
      </SelectField>
      {asksScore && (
        <TextField
          label={t("fields.mastery")}
          hint={t("hints.mastery")}
          inputMode="decimal"
          value={item.mastery}
          error={at("mastery")}
          onChange={(event) => change({ mastery: event.currentTarget.value })}
        />
      )}
      {(["opensAt", "dueAt"] as const).map((name) => (
        <TextField
          key={name}
          type="datetime-local"
          optional
          label={t(`fields.item-${name}`)}
          hint={t(`hints.item-${name}`)}
          value={item[name]}
          error={at(name)}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

/** For whom it is, who owes it, and what has to be done first. */
function ForFields({ editor, item, at, change }: FieldProps & { editor: Editor }): ReactNode {
  const t = useTranslations("programmeDesk");
  const { audiences, modules } = editor.edit;
  const others = modules.flatMap(({ items }) => items).filter(({ key }) => key !== item.key);
  const toggled = (list: readonly string[], key: string, isOn: boolean) => (isOn ? [...list, key] : list.filter((one) => one !== key));
  return (
    <>
      <div className="grid items-start gap-x-4 sm:grid-cols-2">
        <TickField
          label={t("fields.isRequired")}
          checked={item.isRequired}
          onChange={(event) => change({ isRequired: event.currentTarget.checked })}
        />
        {item.kind !== "quiz" && (
          <TickField
            label={t("fields.byUnit")}
            hint={at("owner")}
            checked={item.owner === "unit"}
            onChange={(event) => change({ owner: event.currentTarget.checked ? "unit" : "person" })}
          />
        )}
      </div>
      {audiences.length > 0 && (
        <fieldset>
          <legend className="font-medium">{t("fields.audiences")}</legend>
          <p className="text-muted text-sm">{at("audiences") ?? t("hints.itemAudiences")}</p>
          <div className="flex flex-wrap gap-x-6">
            {audiences.map(({ key, name }, place) => (
              <TickField
                key={key}
                label={name || t("audienceNumber", { number: place + 1 })}
                checked={item.audiences.includes(key)}
                onChange={(event) => change({ audiences: toggled(item.audiences, key, event.currentTarget.checked) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      {others.length > 0 && (
        <details open={item.requires.length > 0}>
          <summary className="flex min-h-11 cursor-pointer items-center font-medium">{t("fields.itemRequires")}</summary>
          {at("requires") && <p className="text-seal text-sm">{at("requires")}</p>}
          <div className="grid gap-x-5 sm:grid-cols-2">
            {others.map(({ key, title }, place) => (
              <TickField
                key={key}
                label={title || t("itemNumber", { number: place + 1 })}
                checked={item.requires.includes(key)}
                onChange={(event) => change({ requires: toggled(item.requires, key, event.currentTarget.checked) })}
              />
            ))}
          </div>
        </details>
      )}
    </>
  );
}
