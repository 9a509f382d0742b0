import { useTranslations } from "next-intl";
import type { ShownProblem } from "#server/question-imports/import-schemas.ts";

/** Problems in words: `why`, `help` (what would mend it), `where`, and all three in one. Needs `questionFiles`, `fields`, `questionImports`. */
export function useProblemWords() {
  const t = useTranslations("questionFiles");
  const tFields = useTranslations("fields");
  const tImports = useTranslations("questionImports");
  const why = ({ code, params }: ShownProblem): string => {
    if (t.has(`problems.${code}`)) return t(`problems.${code}`, params);
    return tFields.has(code) ? tFields(code, params) : tImports("unknownProblem", { code: code.slice(0, 60) });
  };
  const help = ({ suggestion }: ShownProblem): string | undefined =>
    suggestion && t.has(`suggestions.${suggestion.code}`) ? t(`suggestions.${suggestion.code}`, suggestion.params) : undefined;
  const where = ({ column, line }: ShownProblem): string | undefined =>
    column !== undefined ? tImports("atColumn", { column }) : line !== undefined ? tImports("atLine", { line }) : undefined;
  const sayWhole = (problem: ShownProblem): string => [where(problem), why(problem), help(problem)].filter(Boolean).join(" ");
  return { why, help, where, sayWhole };
}
