import type { getItem } from "#server/programmes/get-item.ts";
import type { Verb } from "#server/verb.ts";

/** What the verb tells of an item. */
export type ItemPage = typeof getItem extends Verb<infer Value> ? Value : never;
