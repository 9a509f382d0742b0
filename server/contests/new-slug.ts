import { randomBytes } from "node:crypto";

/** An address for a new contest: the day it was made, and chance, so that nobody guesses the next one. */
export const newSlug = (now: Date): string => `c${now.toISOString().slice(2, 10).replaceAll("-", "")}-${randomBytes(3).toString("hex")}`;
