import { z } from "zod";
import { reviewSettings } from "#db/schema/reviews.ts";
import { can } from "#domain/access.ts";
import { dateOfReviewDay, reviewDayOf } from "#domain/reviews/review-day.ts";
import { command, fieldRefusal, noSubject } from "#server/verb.ts";

/** How many cards a day one wants to review, 5 to 50, and the day of the exam one studies for ("": none). */
export const saveReviewSettings = command({
  at: "POST /api/review-settings",
  input: z.strictObject({
    dailyCap: z.coerce.number().int().min(5).max(50),
    examOn: z.union([z.literal(""), z.iso.date()]).default(""),
  }),
  output: z.object({ dailyCap: z.number(), examOn: z.string().nullable() }),
  refusals: ["exam-is-past"],
  door: "play",
  load: noSubject,
  may: can.beSignedIn,
  async run(tx, _subject, { dailyCap, examOn }, { viewer, now }) {
    if (examOn !== "" && examOn < dateOfReviewDay(reviewDayOf(now))) throw fieldRefusal("examOn", "exam-is-past");
    const wish = { dailyCap, examOn: examOn === "" ? null : examOn, savedAt: now };
    await tx
      .insert(reviewSettings)
      .values({ personId: viewer.personId, ...wish })
      .onConflictDoUpdate({ target: reviewSettings.personId, set: wish });
    return { dailyCap, examOn: wish.examOn };
  },
});
