import { z } from "zod";

/** How a team comes to its result: the mean of its members, their sum, or the sum of its best n (D4). */
export const TEAM_SCORES = ["mean", "sum", "top_n"] as const;

/** Teams of a contest, as data. `members` are captain and members; substitutes stand beside them and do not play until they come in. */
export const teamRulesSchema = z
  .strictObject({
    min: z.int().min(1).max(50).default(2),
    max: z.int().min(1).max(50).default(5),
    substitutes: z.int().min(0).max(20).default(0),
    /** All of one branch, or of any branches of the audience. */
    branches: z.enum(["one", "mixed"]).default("one"),
    /** Everybody answers for themselves, or the captain for all. */
    play: z.enum(["everyone", "captain"]).default("everyone"),
    score: z.enum(TEAM_SCORES).default("mean"),
    topN: z.int().min(1).max(50).default(3),
    /** When membership is fixed: for all when the contest opens, or for each team when its first member starts (I24). */
    fixed: z.enum(["opens", "first-attempt"]).default("opens"),
  })
  .refine(({ min, max }) => min <= max, { path: ["max"], message: "smaller-than-least" })
  .refine(({ score, topN, max }) => score !== "top_n" || topN <= max, { path: ["topN"], message: "more-than-the-team" });
export type TeamRules = z.output<typeof teamRulesSchema>;

/** Classes with boards of their own: named by the contest; chosen by team or person, assigned by the organizer, or read from tags. */
export const divisionRulesSchema = z.strictObject({
  names: z
    .array(z.string().trim().min(1).max(30))
    .min(1)
    .max(12)
    .refine((names) => new Set(names).size === names.length, { message: "twice" }),
  by: z.enum(["chosen", "assigned", "tag"]).default("chosen"),
});
export type DivisionRules = z.output<typeof divisionRulesSchema>;
