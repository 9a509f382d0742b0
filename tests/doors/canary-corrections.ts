import type { CanaryWorld } from "./canary-world.ts";

type Tools = Readonly<{
  one: (text: string, values?: unknown[]) => Promise<number>;
  secret: (name: string) => string;
}>;
type Made = Readonly<{
  contests: CanaryWorld["contests"];
  attempts: CanaryWorld["attempts"];
  /** A question of the bank that no contest asks. */
  questionId: number;
  me: number;
  they: number;
  chief: number;
}>;

const versionOf = "(select p.version_id from contest_pool p join contests k on k.id = p.contest_id where k.slug = $1)";

/**
 * Words in everything that is said of questions and marks after a contest: rulings that wait and that were applied, with their keys and
 * notes; the ledger of marks; what markers wrote; reports and replies; typed answers in the figures. Returns the rulings.
 */
export async function canaryCorrections({ one, secret }: Tools, made: Made): Promise<number[]> {
  const { contests, attempts, questionId, me, they, chief } = made;
  const ruling = (name: string, slug: string, state: "proposed" | "rejected" | "applied") =>
    one(
      `insert into rulings (contest_id, version_id, kind, change, reason, state, proposed_by, proposed_at, decided_by, decided_at, decision_note, effect)
       select k.id, coalesce(${versionOf}, (select latest_version_id from questions where id = $8)), 'accept_also', $2, $3, $4, $5, now(), $6, now(), $7, $9
       from contests k where k.slug = $1 returning id`,
      [
        ...[
          slug,
          JSON.stringify({
            kind: "fill",
            blanks: [[secret(`${name} ruling key`)]],
            match: "exact",
            anyOrder: false,
            allOrNothing: false,
            foldDigits: false,
          }),
        ],
        ...[secret(`${name} ruling reason`), state, they, chief, secret(`${name} ruling note`), questionId],
        state === "applied"
          ? JSON.stringify({
              papers: 0,
              gained: 0,
              lost: 0,
              moved: 0,
              lines: [],
              branches: [],
              programmes: [],
              outcomes: 0,
              certificates: [],
            })
          : null,
      ],
    );
  const rulings = [
    await ruling("waiting", contests.closed, "proposed"),
    await ruling("applied", contests.published, "applied"),
    await ruling("foreign", contests.foreign, "rejected"),
  ];
  const mark = (name: string, attempt: number | undefined) =>
    one(
      `insert into mark_entries (attempt_id, slot, cause, milli_before, milli_after, right_before, right_after, reason, written_by, written_at)
       values ($1, 0, 'override', 0, 0, false, false, $2, $3, now()) returning id`,
      [attempt, secret(`${name} reason of a mark`), chief],
    );
  await mark("mine published", attempts.mine["published"]);
  await mark("mine closed", attempts.mine["closed"]);
  await mark("theirs published", attempts.theirs["published"]);
  await one(
    "insert into hand_marks (attempt_id, slot, marker_id, mark, comment, marked_at) values ($1, 0, $2, 0, $3, now()) returning slot",
    [...[attempts.mine["published"], they, secret("marker comment")]],
  );
  const report = (name: string, of: number) =>
    one(
      `insert into question_reports (person_id, version_id, reason, note, state, reply, replied_by, replied_at, reported_at)
       select $2, id, 'other', $3, 'declined', $4, $5, now(), now() from question_versions where id = ${versionOf} returning id`,
      [contests.published, of, secret(`${name} report`), secret(`${name} report's reply`), chief],
    );
  await report("own", me);
  await report("other", they);
  await one(
    `insert into question_reports (person_id, version_id, reason, note, reported_at) values ($2, ${versionOf}, 'other', $3, now()) returning id`,
    [contests.published, they, secret("open report")],
  );
  // A branch's own question: what is said of it is nobody else's.
  await one("update questions set branch_id = (select branch_id from people where id = $2) where id = $1 returning id", [questionId, me]);
  await one(
    `insert into question_reports (person_id, version_id, reason, note, reported_at)
     select $2, latest_version_id, 'other', $3, now() from questions where id = $1 returning id`,
    [questionId, they, secret("branch report")],
  );
  const typed = { form: "texts", omitted: 0, others: 0, texts: [{ text: secret("typed in the figures"), count: 40, share: 0 }] };
  await one(
    `insert into item_statistics (version_id, contest_id, attempts, facility, answers, computed_at)
     select latest_version_id, null, 40, 50, $2, now() from questions where id = $1 returning id`,
    [questionId, JSON.stringify(typed)],
  );
  return rulings;
}
