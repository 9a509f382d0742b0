import { z } from "zod";
import { daysOfWindow } from "#domain/contests/days.ts";
import { blueprintSchema, contestRulesSchema } from "#domain/contests/rules.ts";
import { writtenText } from "#domain/questions/question.ts";

const YEARS_MS = 3 * 366 * 86_400_000;

/** An instant with a zone, as browsers and programs send it. What is none ends the reading: nothing after it may compare texts as dates. */
export const instantSchema = z.iso.datetime({ offset: true, abort: true }).transform((text) => new Date(text));

/** What an organizer fills in. */
export const contestFormSchema = z
  .strictObject({
    title: writtenText(120),
    intro: z.string().max(5_000).default(""),
    branchId: z.coerce.number().int().positive(),
    audienceTags: z.array(writtenText(40)).max(20).default([]),
    opensAt: instantSchema,
    closesAt: instantSchema,
    /** From when the public board stands still until it is released (D6). */
    freezeAt: instantSchema.nullable().default(null),
    rules: contestRulesSchema,
    blueprint: blueprintSchema,
    /** A paper instead of the lines of the blueprint. */
    paperId: z.int().positive().nullable().default(null),
  })
  .superRefine((form, context) => {
    const add = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    if (form.closesAt <= form.opensAt) add(["closesAt"], "closes-before-it-opens");
    else if (form.closesAt.getTime() - form.opensAt.getTime() > YEARS_MS) add(["closesAt"], "window-too-long");
    if (form.freezeAt && (form.freezeAt <= form.opensAt || form.freezeAt >= form.closesAt)) add(["freezeAt"], "freeze-outside-window");
    // A board that opens when all is over has nothing to hold back.
    else if (form.freezeAt && form.rules.board.moves !== "hand-in") add(["freezeAt"], "freeze-of-closed-board");
    if (form.rules.earliestHandInMs >= form.rules.limitMs) add(["rules", "earliestHandInMs"], "longer-than-the-limit");
    const { format } = form.rules;
    if (format?.kind === "daily" && (format.bestDays ?? 0) > daysOfWindow(form.opensAt, form.closesAt))
      add(["rules", "format", "bestDays"], "more-days-than-the-window");
    const { divisions, promotion, awards, team } = form.rules;
    // Boards of divisions are boards of teams: what a contest prints it keeps.
    if (divisions && !team) add(["rules", "divisions", "names"], "divisions-of-teams");
    if (!divisions && (promotion?.perDivision ?? 0) > 0) add(["rules", "promotion", "perDivision"], "no-divisions");
    if (!divisions && awards?.perDivision) add(["rules", "divisions", "names"], "no-divisions");
    const total = form.blueprint.reduce((sum, line) => sum + line.count, 0);
    if (total > 200) add(["blueprint"], "too-many-questions");
  });
