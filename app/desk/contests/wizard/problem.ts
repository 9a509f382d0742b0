import { unitOf } from "./field-units.ts";

/** What a verb found wrong with one field. */
export type Problem = Readonly<{ path: string; code: string; params: Readonly<Record<string, string | number>> }>;

type Say = ((key: string, values?: Record<string, string | number>) => string) & { has: (key: string) => boolean };

/** The problem in words, its bounds in the units of the field; `t` speaks the namespace `fields`. */
export function problemWords({ path, code, params }: Problem, t: Say): string {
  const unit = unitOf(path);
  const bounds = Object.fromEntries(
    (["minimum", "maximum"] as const).flatMap((name) => (params[name] === undefined ? [] : [[name, Number(params[name]) / unit]])),
  );
  // Zod counts characters and list items as well as numbers; a text that is too short is an empty one.
  return t.has(code) ? t(code, { minimum: 1, maximum: 0, ...params, ...bounds }) : t("other", { code: code.slice(0, 60) });
}
