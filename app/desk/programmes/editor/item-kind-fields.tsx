"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField } from "#ui/field.tsx";
import type { ItemEdit } from "./edit-draft.ts";
import { MeetingFields } from "./meeting-fields.tsx";
import type { Choices } from "./programme-editor.tsx";
import { QuizFields } from "./quiz-fields.tsx";
import { SubjectPicker } from "./subject-picker.tsx";

type Props = {
  item: ItemEdit;
  branchId: string;
  choices: Choices;
  at: (field: string) => string | undefined;
  change: (part: Partial<ItemEdit>) => void;
  learnName: (kind: "material" | "contest" | "meeting", slug: string, title: string) => void;
};

/** What an item of its kind needs: a text, questions, a time and a place, something to write about, a contest. */
export function ItemKindFields({ item, branchId, choices, at, change, learnName }: Props): ReactNode {
  const t = useTranslations("programmeDesk");
  const { kind } = item;
  const picker = (name: "material" | "contest") => (
    <SubjectPicker
      kind={name}
      branchId={branchId}
      slug={item[name]}
      title={choices.names[`${name}:${item[name]}`]}
      error={at(name)}
      onPick={({ slug, title }) => {
        learnName(name, slug, title);
        change({ [name]: slug, ...(item.title.trim() === "" && { title }) });
      }}
    />
  );
  if (kind === "contest") return picker("contest");
  if (kind === "reading") return picker("material");
  if (kind === "quiz") return <QuizFields item={item} categories={choices.categories} at={at} change={change} />;
  if (kind === "unit")
    return (
      <>
        {picker("material")}
        <QuizFields item={item} categories={choices.categories} at={at} change={change} />
      </>
    );
  if (kind === "reflection")
    return (
      <AreaField
        label={t("fields.prompt")}
        optional
        rows={3}
        maxLength={2_000}
        value={item.prompt}
        error={at("prompt")}
        onChange={(event) => change({ prompt: event.currentTarget.value })}
      />
    );
  return (
    <MeetingFields
      item={item}
      branchId={branchId}
      title={choices.names[`meeting:${item.meetingId}`]}
      at={at}
      change={change}
      learnTitle={(id, title) => learnName("meeting", id, title)}
    />
  );
}
