import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { BOWL_HOUSES, byHouse, FIELDS, type RoundDraft } from "./round-draft.ts";

type Props = Readonly<{
  round: RoundDraft;
  at: number;
  last: number;
  categories: readonly Readonly<{ category: string; published: number }>[];
  papers: readonly Readonly<{ id: number; title: string }>[];
  errorAt: (...paths: string[]) => string | undefined;
  onChange: (round: RoundDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}>;

/** One round: its name, where its questions come from, and the figures it is played by. */
export function RoundFields(props: Props): ReactNode {
  const { round, at, last, errorAt, onChange, onMove, onRemove } = props;
  const t = useTranslations("hallDesk");
  const kinds = useTranslations("halls.kinds");
  const path = `rules.rounds.${at}`;
  const put = (name: string, value: string) => onChange({ ...round, values: { ...round.values, [name]: value } });
  return (
    <Card title={t("roundNumber", { number: at + 1, kind: kinds(round.kind) })}>
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField
          label={t("roundTitle")}
          required
          maxLength={40}
          value={round.title}
          error={errorAt(`${path}.title`)}
          onChange={({ target }) => onChange({ ...round, title: target.value })}
        />
        <SourceFields {...props} />
        {FIELDS[round.kind].map((field) => {
          const value = round.values[field.name] ?? "";
          const said = { label: t(`fields.${field.name}`), value, error: errorAt(`${path}.${field.name}`) };
          if (field.unit === "choice" || field.unit === "flag")
            return (
              <SelectField key={field.name} {...said} onChange={({ target }) => put(field.name, target.value)}>
                {(field.unit === "choice" ? field.options : ["false", "true"]).map((option) => (
                  <option key={option} value={option}>
                    {t(`choices.${option}`)}
                  </option>
                ))}
              </SelectField>
            );
          return (
            <TextField
              key={field.name}
              {...said}
              required
              inputMode={field.unit === "list" ? "text" : "decimal"}
              onChange={({ target }) => put(field.name, target.value)}
            />
          );
        })}
      </div>
      {round.kind === "bowl" && (
        <div className="flex flex-wrap items-center gap-2">
          <p className="w-full text-muted text-sm">{t("bowlSource")}</p>
          {BOWL_HOUSES.map((house) => (
            <Button key={house} compact onClick={() => onChange(byHouse(round, house))}>
              {t(`houses.${house}`)}
            </Button>
          ))}
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {at > 0 && (
          <Button compact look="quiet" onClick={() => onMove(-1)}>
            {t("moveUp", { number: at + 1 })}
          </Button>
        )}
        {at < last && (
          <Button compact look="quiet" onClick={() => onMove(1)}>
            {t("moveDown", { number: at + 1 })}
          </Button>
        )}
        {last > 0 && (
          <Button compact look="quiet" onClick={onRemove}>
            {t("removeRound", { number: at + 1 })}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** The bank by category, or a part of a paper. */
function SourceFields({ round, at, categories, papers, errorAt, onChange }: Props): ReactNode {
  const t = useTranslations("hallDesk");
  const path = `rules.rounds.${at}.source`;
  const error = errorAt(path, `${path}.paperId`, `${path}.category`);
  return (
    <>
      <SelectField
        label={t("source")}
        value={round.paper}
        error={round.paper === "" ? undefined : error}
        onChange={({ target }) => onChange({ ...round, paper: target.value })}
      >
        <option value="">{t("fromBank")}</option>
        {papers.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      {round.paper === "" ? (
        <SelectField
          label={t("category")}
          value={round.category}
          error={error}
          onChange={({ target }) => onChange({ ...round, category: target.value })}
        >
          <option value="">{t("anyCategory")}</option>
          {categories.map(({ category, published }) => (
            <option key={category} value={category}>
              {t("categoryOf", { category, published })}
            </option>
          ))}
        </SelectField>
      ) : (
        <TextField
          label={t("section")}
          inputMode="numeric"
          value={round.section}
          error={errorAt(`${path}.section`)}
          onChange={({ target }) => onChange({ ...round, section: target.value })}
        />
      )}
      <TextField
        label={t("spares")}
        inputMode="numeric"
        value={round.spares}
        error={errorAt(`rules.rounds.${at}.spares`)}
        onChange={({ target }) => onChange({ ...round, spares: target.value })}
      />
    </>
  );
}
