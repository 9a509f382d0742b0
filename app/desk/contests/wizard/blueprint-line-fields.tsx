"use client";
import { CircleAlert, CircleCheck, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import type { LineDraft } from "./draft.ts";
import { DRAWN_KINDS } from "./drawn-kinds.ts";
import type { CategoryOption } from "./paper-part.tsx";
import type { PartProps } from "./part-props.ts";

const LEVELS = ["1", "2", "3", "4", "5"] as const;

type Props = Pick<PartProps, "problem"> &
  Readonly<{
    line: LineDraft;
    place: number;
    categories: readonly CategoryOption[];
    have: number | undefined;
    short: Readonly<{ wanted: number; have: number }> | undefined;
    change: (part: Partial<LineDraft>) => void;
    remove?: () => void;
  }>;

/** One line of the blueprint: so many questions of a category, kind and difficulty, each worth so much. */
export function BlueprintLineFields(props: Props): ReactNode {
  const { line, place, categories, change, remove, problem } = props;
  const t = useTranslations("contestDesk");
  const at = (field: string): string | undefined => problem(`blueprint.${place}.${field}`);
  return (
    <fieldset className="rounded-md border border-line bg-raised p-4">
      <legend className="sr-only">{t("line", { number: place + 1 })}</legend>
      <div className="grid items-start gap-4 sm:grid-cols-6">
        <div className="sm:col-span-3">
          <SelectField
            label={t("fields.category")}
            value={line.category}
            error={at("category")}
            onChange={(event) => change({ category: event.currentTarget.value })}
          >
            <option value="">{t("anyCategory")}</option>
            {categories.map(({ category, published }) => (
              <option key={category} value={category}>
                {t("categoryOption", { category, published })}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="sm:col-span-3">
          <SelectField
            label={t("fields.kind")}
            value={line.kind}
            error={at("kind")}
            onChange={(event) => change({ kind: event.currentTarget.value })}
          >
            <option value="">{t("anyKind")}</option>
            {DRAWN_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="grid grid-cols-2 gap-4 sm:col-span-6 sm:grid-cols-4">
          <NumberField label={t("fields.count")} value={line.count} error={at("count")} onType={(count) => change({ count })} />
          <NumberField label={t("fields.points")} value={line.points} error={at("worth")} onType={(points) => change({ points })} />
          <Level
            label={t("fields.easiest")}
            value={line.easiest}
            onPick={(easiest) => change({ easiest, ...(easiest > line.hardest && { hardest: easiest }) })}
          />
          <Level
            label={t("fields.hardest")}
            value={line.hardest}
            onPick={(hardest) => change({ hardest, ...(hardest < line.easiest && { easiest: hardest }) })}
          />
        </div>
      </div>
      <div className="mt-2 flex min-h-11 items-center justify-between gap-4">
        <Pool {...props} />
        {remove && (
          <Button look="quiet" compact onClick={remove} aria-label={t("removeLine", { number: place + 1 })}>
            <Trash2 aria-hidden className="size-4" />
            {t("remove")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function NumberField({
  label,
  value,
  error,
  onType,
}: {
  label: string;
  value: string;
  error: string | undefined;
  onType: (value: string) => void;
}): ReactNode {
  return (
    <TextField
      type="number"
      inputMode="decimal"
      min={0}
      step="any"
      label={label}
      value={value}
      error={error}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

function Level({ label, value, onPick }: { label: string; value: string; onPick: (value: string) => void }): ReactNode {
  return (
    <SelectField label={label} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
      {LEVELS.map((level) => (
        <option key={level}>{level}</option>
      ))}
    </SelectField>
  );
}

/** What the bank holds for the line, said when it changes. */
function Pool({ have, short }: Pick<Props, "have" | "short">): ReactNode {
  const t = useTranslations("contestDesk");
  return (
    <p role="status" className="flex items-center gap-1.5 text-sm">
      {short ? (
        <span className="flex items-center gap-1.5 text-seal">
          <CircleAlert aria-hidden className="size-4 flex-none" />
          {t("poolShort", { have: short.have, wanted: short.wanted })}
        </span>
      ) : (
        have !== undefined && (
          <span className="flex items-center gap-1.5 text-muted">
            <CircleCheck aria-hidden className="size-4 flex-none text-pine" />
            {t("poolHas", { have })}
          </span>
        )
      )}
    </p>
  );
}
