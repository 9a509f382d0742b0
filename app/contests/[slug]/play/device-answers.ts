import { clearIndexedAnswers, indexedAnswers } from "./indexed-answers.ts";
import { type KeptAnswers, twice } from "./kept-answers.ts";
import { clearLocalAnswers, localAnswers } from "./local-answers.ts";

/** What this device keeps of one attempt: IndexedDB, and localStorage as the second copy. */
export const deviceAnswers = (attemptId: number): KeptAnswers =>
  twice(localAnswers(window.localStorage, attemptId), indexedAnswers(window.indexedDB, attemptId));

/** Forgets every attempt's unsent changes. For signing out: the next person must not find them. */
export function forgetDeviceAnswers(): void {
  clearLocalAnswers(window.localStorage);
  clearIndexedAnswers(window.indexedDB);
}
