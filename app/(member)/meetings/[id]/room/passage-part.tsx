import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Summary } from "#ui/summary.tsx";
import { useInRoom } from "./room-context.ts";
import type { Passage } from "./room-page.ts";
import { useTold } from "./use-room.ts";

/** The stretch of a text that everybody reads now. */
export function PassagePart(): ReactNode {
  const t = useTranslations("room.passage");
  const { id, room, you } = useInRoom();
  const { passage } = room;
  const { told } = useTold<Passage>(`/api/meetings/${id}/room/passage`, passage && `${passage.slug} ${passage.from} ${passage.to}`);
  const isRunning = room.agenda.some(({ startedAt, endedAt }) => startedAt && !endedAt);
  const mayShow = you.mayRun && room.state === "in_session" && isRunning;
  if (!passage && !mayShow) return null;
  return (
    <Card title={passage ? passage.title : t("title")} aside={passage && t("shown")}>
      {told?.isHidden && <p className="text-muted">{t("hidden")}</p>}
      {told && !told.isHidden && (
        <div className="reading">
          {told.blocks.map((block) =>
            block.kind === "heading" ? (
              <h3 key={block.id} className="font-display font-semibold">
                {block.text}
              </h3>
            ) : (
              <p key={block.id}>{block.text}</p>
            ),
          )}
        </div>
      )}
      {passage && (
        <a
          href={`/materials/${passage.slug}${passage.from ? `#${passage.from}` : ""}`}
          className="inline-flex min-h-11 items-center text-seal underline underline-offset-4"
        >
          {t("whole")}
        </a>
      )}
      {mayShow && <ShowForm />}
    </Card>
  );
}

type Texts = { items: readonly { slug: string; title: string }[] };

function ShowForm(): ReactNode {
  const t = useTranslations("room.passage");
  const { act, busy, room } = useInRoom();
  const { told } = useTold<Texts>("/api/materials", null);
  const [stretch, setStretch] = useState({ slug: room.passage?.slug ?? "", from: "", to: "" });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void act("passage", stretch);
  };
  return (
    <details className="border-line border-t pt-2">
      <Summary>{t("show")}</Summary>
      <form className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr_auto] sm:items-end" onSubmit={send}>
        <SelectField
          label={t("text")}
          value={stretch.slug}
          onChange={(event) => setStretch({ ...stretch, slug: event.currentTarget.value })}
        >
          <option value="">{t("none")}</option>
          {told?.items.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </SelectField>
        {(["from", "to"] as const).map((name) => (
          <TextField
            key={name}
            label={t(name)}
            placeholder="p1"
            value={stretch[name]}
            onChange={(event) => setStretch({ ...stretch, [name]: event.currentTarget.value.trim() })}
          />
        ))}
        <Button type="submit" pending={busy === "passage"}>
          {t("press")}
        </Button>
      </form>
    </details>
  );
}
