"use client";
import { Plus, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";

export type TextQuestion = Readonly<{ id: number; stem: string; passage: string; isAbout: boolean }>;
type Props = Readonly<{ about: readonly TextQuestion[]; chosen: readonly number[]; add: (question: TextQuestion) => void }>;

/** Published questions of the bank whose words these are; null when the line is dead or nothing was answered. */
async function find(words: string): Promise<TextQuestion[] | null> {
  const query = new URLSearchParams({ state: "published", q: words });
  try {
    const reply = await fetch(`/api/desk/questions?${query}`, { headers: { accept: "application/json" } });
    if (!reply.ok) return null;
    const { items } = (await reply.json()) as { items: readonly { id: number; stem: string }[] };
    return items.map(({ id, stem }) => ({ id, stem, passage: "", isAbout: false }));
  } catch {
    return null;
  }
}

function Offered({ questions, chosen, add }: { questions: readonly TextQuestion[] } & Pick<Props, "chosen" | "add">): ReactNode {
  const t = useTranslations("materialDesk");
  return (
    <ul className="max-h-72 overflow-y-auto">
      {questions
        .filter(({ id }) => !chosen.includes(id))
        .map((question) => (
          <li key={question.id} className="flex items-center justify-between gap-3 border-line border-b py-1">
            <span lang="zh-CN" className="min-w-0">
              {question.stem}
            </span>
            <Button compact look="quiet" aria-label={t("putIn", { stem: question.stem.slice(0, 40) })} onClick={() => add(question)}>
              <Plus aria-hidden className="size-4" />
            </Button>
          </li>
        ))}
    </ul>
  );
}

/** Where questions for a text come from: those about it, or any of the bank by its words. */
export function QuestionSearch({ about, chosen, add }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  const [words, setWords] = useState("");
  const [found, setFound] = useState<readonly TextQuestion[] | null>(null);
  const [isDead, setDead] = useState(false);
  const look = async (): Promise<void> => {
    if (words.trim() === "") return;
    const items = await find(words.trim());
    setDead(items === null);
    setFound(items);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault(); // the form around it saves the text
    void look();
  };
  return (
    <div className="grid gap-4 rounded-md border border-line p-4">
      {about.length > 0 && (
        <div className="grid gap-1">
          <h3 className="font-medium">{t("aboutThis")}</h3>
          <Offered questions={about} chosen={chosen} add={add} />
        </div>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-48">
          <TextField
            type="search"
            label={t("searchBank")}
            maxLength={100}
            value={words}
            onKeyDown={onKey}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        <Button onClick={() => void look()}>
          <Search aria-hidden className="size-4" />
          {t("look")}
        </Button>
      </div>
      <div role="status">
        {isDead && <p className="text-seal text-sm">{t("searchFailed")}</p>}
        {found?.length === 0 && <p className="text-muted text-sm">{t("noQuestionFound")}</p>}
        {found && found.length > 0 && <Offered questions={found} chosen={chosen} add={add} />}
      </div>
    </div>
  );
}
