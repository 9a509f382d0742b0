import { poolErrors as otherPoolErrors } from "#db/client.ts";
import { answerPoolErrors } from "#server/attempts/answer-pool.ts";

/** Connections lost since the process started, over every pool. */
export const poolErrors = (): number => otherPoolErrors() + answerPoolErrors();
