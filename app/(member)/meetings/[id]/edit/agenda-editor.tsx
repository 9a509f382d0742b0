// Long because one item, its fields and its moves stand together.
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { AGENDA_KINDS } from "#domain/meetings/kinds.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { Summary } from "#ui/summary.tsx";
import { Words } from "#ui/words.tsx";
import { PassageFields } from "./passage-fields.tsx";

type Item = Readonly<{
  id: number;
  kind: string;
  title: string;
  minutes: number;
  personId: number | null;
  material: Readonly<{ slug: string }> | null;
  fromBlock: string;
  toBlock: string;
  startedAt: Date | null;
}>;
type Person = Readonly<{ id: number; name: string }>;
type Props = Readonly<{
  id: number;
  items: readonly Item[];
  people: readonly Person[];
  newTexts: readonly Readonly<{ slug: string; title: string }>[];
  at: (name: string) => string | undefined;
}>;

type FieldsProps = Readonly<{ item?: Item; people: readonly Person[]; at: (name: string) => string | undefined }>;

async function ItemFields({ item, people, at }: FieldsProps): Promise<ReactNode> {
  const t = await getTranslations("meetings.form");
  const kinds = await getTranslations("meetings.agendaKinds");
  return (
    <>
      <TextField label={t("itemTitle")} name="title" required maxLength={120} defaultValue={item?.title ?? ""} error={at("title")} />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField label={t("itemKind")} name="kind" defaultValue={item?.kind ?? "talk"} error={at("kind")}>
          {AGENDA_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kinds(kind)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t("itemMinutes")}
          name="minutes"
          type="number"
          min={1}
          max={480}
          required
          defaultValue={item?.minutes ?? 10}
          error={at("minutes")}
        />
        <SelectField label={t("itemPerson")} name="personId" optional defaultValue={item?.personId ?? ""} error={at("personId")}>
          <option value="">{t("nobody")}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <PassageFields
        start={{ material: item?.material?.slug ?? "", fromBlock: item?.fromBlock ?? "", toBlock: item?.toBlock ?? "" }}
        errors={{ material: at("material"), fromBlock: at("fromBlock"), toBlock: at("toBlock") }}
      />
    </>
  );
}

/** The agenda as it can be changed: each item opens, moves up and down, and goes while it has not begun. */
export async function AgendaEditor({ id, items, people, newTexts, at }: Props): Promise<ReactNode> {
  const t = await getTranslations("meetings.form");
  const next = `/meetings/${id}/edit?done=agenda`;
  return (
    <Words names={["meetings"]}>
      <ol className="grid gap-2">
        {items.map((item) => (
          <li key={item.id} className="rounded-md border border-line">
            <details>
              <Summary className="flex px-4">
                <span className="min-w-0 flex-1">{item.title}</span>
                <span className="tabular flex-none text-muted text-sm">{t("minutesShort", { minutes: item.minutes })}</span>
              </Summary>
              <div className="grid gap-4 border-line border-t p-4">
                <SendForm action={`/api/meetings/${id}/agenda/${item.id}/edit`} next={next} submit={t("saveItem")} look="secondary">
                  <ItemFields item={item} people={people} at={() => undefined} />
                </SendForm>
                <div className="flex flex-wrap gap-2">
                  {(["up", "down"] as const).map((to) => (
                    <form key={to} method="post" action={`/api/meetings/${id}/agenda/${item.id}/move`}>
                      <input type="hidden" name="to" value={to} />
                      <input type="hidden" name="next" value={next} />
                      <SubmitButton look="quiet" compact>
                        {t(to)}
                      </SubmitButton>
                    </form>
                  ))}
                  {!item.startedAt && (
                    <form method="post" action={`/api/meetings/${id}/agenda/${item.id}/remove`}>
                      <input type="hidden" name="next" value={next} />
                      <SubmitButton look="quiet" compact>
                        {t("removeItem")}
                      </SubmitButton>
                    </form>
                  )}
                </div>
              </div>
            </details>
          </li>
        ))}
      </ol>
      {newTexts.length > 0 && (
        <div className="grid gap-2">
          <h3 className="font-semibold">{t("newTexts")}</h3>
          <p className="text-muted text-sm">{t("newTextsHint")}</p>
          {newTexts.map(({ slug, title }) => (
            <form
              key={slug}
              method="post"
              action={`/api/meetings/${id}/agenda`}
              className="flex items-center justify-between gap-3 border-line border-b py-1"
            >
              <input type="hidden" name="kind" value="first_item" />
              <input type="hidden" name="title" value={t("studyText", { title }).slice(0, 120)} />
              <input type="hidden" name="minutes" value="15" />
              <input type="hidden" name="material" value={slug} />
              <input type="hidden" name="next" value={next} />
              <span className="min-w-0">{title}</span>
              <SubmitButton look="quiet" compact aria-label={t("takeText", { title })}>
                {t("take")}
              </SubmitButton>
            </form>
          ))}
        </div>
      )}
      <details className="rounded-md border border-line border-dashed" open={at("title") !== undefined || at("material") !== undefined}>
        <Summary className="flex justify-between px-4 text-seal">{t("addItem")}</Summary>
        <div className="p-4">
          <SendForm action={`/api/meetings/${id}/agenda`} next={next} submit={t("addItem")} look="secondary">
            <ItemFields people={people} at={at} />
          </SendForm>
        </div>
      </details>
    </Words>
  );
}
