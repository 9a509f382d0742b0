import { useTranslations } from "next-intl";
import type { FieldProblem, Refused } from "./post-json.ts";

/** A refusal in words: `at(path)` for one field, `whole` for what belongs to no field on the screen. Needs `fields` and `refusals`. */
export function useRefusedWords(refused: Refused | null) {
  const tFields = useTranslations("fields");
  const tRefusals = useTranslations("refusals");
  const sentenceOf = ({ code, params }: Pick<FieldProblem, "code" | "params">): string => {
    // Zod names a bound only where it has one.
    const values = { minimum: 1, maximum: 0, ...params };
    if (tFields.has(code)) return tFields(code, values);
    return tRefusals.has(code) ? tRefusals(code, values) : tFields("other");
  };
  const at = (...paths: string[]): string | undefined => {
    const found = refused?.fields.find(({ path }) => paths.includes(path));
    return found && sentenceOf(found);
  };
  const wholeOf = ({ code, params }: Refused): string =>
    tRefusals.has(code) ? tRefusals(code, { ...params }) : tRefusals("other", { code: code.slice(0, 60) });
  return { at, whole: refused ? wholeOf(refused) : undefined };
}
