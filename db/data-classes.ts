/**
 * What each column says about a person. identity: who somebody is · contact: how to reach them · activity: what somebody did ·
 * secret: never leaves the server (or not before reveal) · none: about no person. `*` is the class of the table's other columns.
 */
export type DataClass = "identity" | "contact" | "activity" | "secret" | "none";

export const DATA_CLASSES: Readonly<Record<string, Readonly<Record<string, DataClass>>>> = {
  branches: { "*": "none" },
  people: {
    "*": "identity",
    timePercent: "activity",
    tags: "activity",
    passwordHash: "secret",
    oidcSubject: "secret",
    disabledAt: "activity",
    createdAt: "activity",
  },
  person_moves: { "*": "activity" },
  offices: { "*": "activity" },
  sessions: { "*": "activity", id: "secret" },
  invitations: { "*": "activity", codeHash: "secret" },
  guesses: { "*": "secret" },
  organisation: { "*": "none", setupHash: "secret" },
  complaints: { "*": "activity" },
  materials: { "*": "none" },
  material_versions: { "*": "none" },
  readings: { "*": "activity" },
  questions: { "*": "none" },
  question_versions: { "*": "none" },
  question_keys: { "*": "secret" },
  question_reviews: { "*": "activity" },
  contests: { "*": "none" },
  contest_pool: { "*": "none" },
  contest_roster: { "*": "activity" },
  contest_overrides: { "*": "activity" },
  entries: { "*": "activity" },
  standings: { "*": "activity" },
  board_snapshots: { "*": "activity" },
  live_changes: { "*": "activity" },
  attempts: { "*": "activity", seed: "secret" },
  answers: { "*": "activity", milli: "secret", isRight: "secret" },
  answer_events: { "*": "activity" },
  attempt_totals: { "*": "secret" },
  audit: { "*": "activity" },
  jobs: { "*": "none" },
  recomputes: { "*": "none" },
};
