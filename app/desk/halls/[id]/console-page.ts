import type { JsonOf } from "#app/contests/json-of.ts";
import type { Act } from "#domain/halls/acts.ts";
import type { getHall } from "#server/halls/get-hall.ts";

/** What the console's address answers, as a browser reads it. */
export type ConsolePage = JsonOf<typeof getHall>;
export type LedgerLine = ConsolePage["ledger"][number];
/** Does the next thing; true when it was done. */
export type DoAct = (act: Act, reason?: string) => Promise<boolean>;
