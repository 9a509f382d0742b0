import { indexedAnswers } from "./indexed-answers.ts";
import { type KeptAnswers, twice } from "./kept-answers.ts";
import { localAnswers } from "./local-answers.ts";

/** What this device keeps of one attempt: IndexedDB, and localStorage as the second copy. Signing out forgets it (ui/forget-device.tsx). */
export const deviceAnswers = (attemptId: number): KeptAnswers =>
  twice(localAnswers(window.localStorage, attemptId), indexedAnswers(window.indexedDB, attemptId));
