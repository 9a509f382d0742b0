"use client";
import { BookOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";

type Block = Readonly<{ id: string; depth: number; words: string }>;
type Outline = Readonly<{ title: string; blocks: readonly Block[] }>;
type Passage = Readonly<{ material: string; fromBlock: string; toBlock: string }>;
type Errors = Readonly<Partial<Record<keyof Passage, string | undefined>>>;

async function findOutline(slug: string): Promise<Outline | null> {
  try {
    const reply = await fetch(`/api/materials/${encodeURIComponent(slug)}/outline`, { headers: { accept: "application/json" } });
    return reply.ok ? ((await reply.json()) as Outline) : null;
  } catch {
    return null;
  }
}

/** The text of an item and the passage in it: typed as numbers of paragraphs, or picked from its headings and the first words of its paragraphs. */
export function PassageFields({ start, errors }: { start: Passage; errors: Errors }): ReactNode {
  const t = useTranslations("meetings.form");
  const [passage, setPassage] = useState(start);
  const [outline, setOutline] = useState<Outline | "none" | null>(null);
  const [isLooking, setLooking] = useState(false);
  const set = (part: Partial<Passage>): void => setPassage({ ...passage, ...part });
  const look = async (): Promise<void> => {
    setLooking(true);
    setOutline((await findOutline(passage.material.trim())) ?? "none");
    setLooking(false);
  };
  return (
    <div className="grid gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <TextField
          label={t("itemMaterial")}
          hint={t("itemMaterialHint")}
          name="material"
          optional
          maxLength={120}
          value={passage.material}
          error={errors.material}
          onChange={(event) => {
            set({ material: event.currentTarget.value });
            setOutline(null);
          }}
        />
        {(["fromBlock", "toBlock"] as const).map((name) => (
          <TextField
            key={name}
            label={t(name)}
            hint={t("blockHint")}
            name={name}
            optional
            maxLength={80}
            value={passage[name]}
            error={errors[name]}
            onChange={(event) => set({ [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      {passage.material.trim() !== "" && outline === null && (
        <Button className="justify-self-start" pending={isLooking} onClick={() => void look()}>
          <BookOpen aria-hidden className="size-4" />
          {t("pickPassage")}
        </Button>
      )}
      {outline === "none" && <Notice kind="warning">{t("noOutline")}</Notice>}
      {outline !== null && outline !== "none" && <PassagePicker outline={outline} passage={passage} set={set} />}
    </div>
  );
}

type PickerProps = { outline: Outline; passage: Passage; set: (part: Partial<Passage>) => void };

/** From where to where, as lines of the text; the end lies not before the beginning. */
function PassagePicker({ outline, passage, set }: PickerProps): ReactNode {
  const t = useTranslations("meetings.form");
  const { blocks } = outline;
  const placeOf = (id: string): number => blocks.findIndex((block) => block.id === id);
  const from = placeOf(passage.fromBlock);
  const line = ({ id, depth, words }: Block) => (
    <option key={id} value={id}>
      {depth > 0 ? `${"　".repeat(depth - 1)}${words}` : `　　${id.replace(/^p/, "")}. ${words}`}
    </option>
  );
  const pickFrom = (id: string): void => set({ fromBlock: id, ...(placeOf(passage.toBlock) < placeOf(id) && { toBlock: id }) });
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-2 font-medium">{t("passageOf", { title: outline.title })}</legend>
      <SelectField
        label={t("pickFrom")}
        value={from < 0 ? "" : passage.fromBlock}
        onChange={(event) => pickFrom(event.currentTarget.value)}
      >
        <option value="">{t("fromBeginning")}</option>
        {blocks.map(line)}
      </SelectField>
      <SelectField
        label={t("pickTo")}
        value={placeOf(passage.toBlock) < 0 ? "" : passage.toBlock}
        onChange={(event) => set({ toBlock: event.currentTarget.value })}
      >
        <option value="">{t("toEnd")}</option>
        {blocks.slice(Math.max(0, from)).map(line)}
      </SelectField>
    </fieldset>
  );
}
