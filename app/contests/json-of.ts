import type { Verb } from "#server/verb.ts";

/** A value after its way through JSON: instants have become ISO texts. */
type Jsoned<T> = T extends Date ? string : T extends object ? { [Key in keyof T]: Jsoned<T[Key]> } : T;

/** What a verb's address answers, as a browser reads it. */
export type JsonOf<V> = V extends Verb<infer T> ? Jsoned<T> : never;
