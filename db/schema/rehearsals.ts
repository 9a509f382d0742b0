import { index, integer, pgTable, unique } from "drizzle-orm/pg-core";
import { attempts } from "./attempts.ts";
import { ref } from "./columns.ts";
import { contests } from "./contests.ts";
import { people } from "./people.ts";

/**
 * A paper of a rehearsal is an attempt like any other but without an entry, so that no board, team, statistic or point ever finds it;
 * this says of which contest it is. Append only.
 */
export const rehearsals = pgTable(
  "rehearsals",
  {
    attemptId: ref()
      .primaryKey()
      .references(() => attempts.id),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    number: integer().notNull(),
  },
  (t) => [unique("rehearsals_numbered").on(t.contestId, t.personId, t.number), index("rehearsals_by_person").on(t.personId)],
);
