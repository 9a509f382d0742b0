import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { wallTimeOf } from "#app/desk/contests/wizard/wall-time.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { BOARD_VIEWS, type BoardView } from "#domain/contests/rules.ts";
import { type BranchOption, BranchOptions } from "#ui/branch-options.tsx";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { Words } from "#ui/words.tsx";

export const FIELDS = ["title", "intro", "branchId", "opensAt", "closesAt", "perOpponent", "view"];

type Known = Readonly<{
  title: string;
  intro: string;
  branchId: number | undefined;
  opensAt: Date;
  closesAt: Date;
  perOpponent: number;
  view: BoardView;
}>;
type Props = Readonly<{
  action: string;
  next: string;
  branches: readonly BranchOption[];
  known: Known;
  at: (field: string) => string | undefined;
}>;

/** What is said of an arena before it opens. */
export async function ArenaForm({ action, next, branches, known, at }: Props): Promise<ReactNode> {
  const t = await getTranslations("arenaDesk");
  return (
    <Words>
      <SendForm action={action} next={next} submit={t("save")}>
        <TextField label={t("fields.title")} name="title" required maxLength={120} defaultValue={known.title} error={at("title")} />
        <AreaField
          label={t("fields.intro")}
          name="intro"
          rows={3}
          maxLength={500}
          optional
          defaultValue={known.intro}
          error={at("intro")}
        />
        <SelectField
          label={t("fields.branchId")}
          hint={t("branchHint")}
          name="branchId"
          defaultValue={known.branchId}
          error={at("branchId")}
        >
          <BranchOptions branches={branches} />
        </SelectField>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <TextField
            label={t("fields.opensAt")}
            name="opensAt"
            type="datetime-local"
            required
            defaultValue={wallTimeOf(known.opensAt)}
            error={at("opensAt")}
          />
          <TextField
            label={t("fields.closesAt")}
            name="closesAt"
            type="datetime-local"
            required
            defaultValue={wallTimeOf(known.closesAt)}
            error={at("closesAt")}
          />
        </div>
        <TextField
          label={t("fields.perOpponent")}
          hint={t("perOpponentHint")}
          name="perOpponent"
          type="number"
          min={1}
          max={20}
          required
          defaultValue={known.perOpponent}
          error={at("perOpponent")}
        />
        <SelectField label={t("fields.view")} name="view" defaultValue={known.view} error={at("view")}>
          {BOARD_VIEWS.map((view) => (
            <option key={view} value={view}>
              {t(`views.${view}`)}
            </option>
          ))}
        </SelectField>
      </SendForm>
    </Words>
  );
}
