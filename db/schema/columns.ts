import { bigint, timestamp } from "drizzle-orm/pg-core";

/** A row's number. Never shown as proof of anything: every read is authorised. */
export const rowId = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** A reference to a row's number. */
export const ref = () => bigint({ mode: "number" });

/** A moment on the server's clock. */
export const instant = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });
