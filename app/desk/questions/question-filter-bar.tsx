import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { QUESTION_KINDS } from "#domain/questions/question.ts";
import { BANKS, QUESTION_STATES } from "#server/questions/list-questions.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";

type Filter = Readonly<Record<string, string>>;
type Category = Readonly<{ category: string; questions: number }>;

const LEVELS = ["1", "2", "3", "4", "5"];

/** Every category with the branches of the tree above it, each once. */
function withParents(categories: readonly Category[]): string[] {
  const paths = categories.flatMap(({ category }) => {
    const parts = category.split("/").filter((part) => part !== "");
    return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
  });
  return [...new Set(paths)];
}

/** How the bank is narrowed: words, kind, category, difficulty, state, tag. */
export async function QuestionFilterBar({ filter, categories }: { filter: Filter; categories: readonly Category[] }): Promise<ReactNode> {
  const t = await getTranslations("questionDesk");
  const any = <option value="">{t("any")}</option>;
  return (
    // A new filter in the address is a new form: native fields would keep their old words after a reset.
    <FilterBar key={JSON.stringify(filter)} action="/desk/questions">
      <TextField label={t("q")} name="q" type="search" maxLength={100} defaultValue={filter["q"] ?? ""} />
      <SelectField label={t("kind")} name="kind" defaultValue={filter["kind"] ?? ""}>
        {any}
        {QUESTION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("category")} name="category" defaultValue={filter["category"] ?? ""} className="sm:max-w-60">
        {any}
        {withParents(categories).map((path) => (
          <option key={path} value={path}>
            {"\u2003".repeat(path.split("/").length - 1)}
            {path.split("/").at(-1)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("difficulty")} name="difficulty" defaultValue={filter["difficulty"] ?? ""}>
        {any}
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {t(`levels.${level}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("state")} name="state" defaultValue={filter["state"] ?? ""}>
        {any}
        {QUESTION_STATES.map((state) => (
          <option key={state} value={state}>
            {t(`states.${state}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("bank")} name="bank" defaultValue={filter["bank"] ?? ""}>
        {any}
        {BANKS.map((bank) => (
          <option key={bank} value={bank}>
            {t(`banks.${bank}`)}
          </option>
        ))}
      </SelectField>
      <TextField label={t("tag")} name="tag" maxLength={30} defaultValue={filter["tag"] ?? ""} className="sm:max-w-36" />
    </FilterBar>
  );
}
