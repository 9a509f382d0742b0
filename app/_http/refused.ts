import { getTranslations } from "next-intl/server";

export type Search = Promise<Record<string, string | string[] | undefined>>;

/** One value of a page's query, or undefined. */
export const oneOf = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/**
 * What a plain form was refused with, as the border wrote it into the address: `at(field)` is the sentence for one of `fields`,
 * `code` the refusal that belongs to none of them.
 */
export async function refusedOf(search: Search, fields: readonly string[]) {
  const [t, query] = await Promise.all([getTranslations("refusals"), search]);
  const code = oneOf(query["refused"]);
  const field = oneOf(query["field"]);
  const said = code && field && fields.includes(field) ? { field, sentence: t.has(code) ? t(code) : t("invalid") } : null;
  return {
    code: said ? undefined : code,
    at: (name: string): string | undefined => (said?.field === name ? said.sentence : undefined),
  };
}
