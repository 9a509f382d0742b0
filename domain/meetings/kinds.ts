import { z } from "zod";

/** What an item of an agenda is. */
export const AGENDA_KINDS = [
  "opening",
  "first_item",
  "reading",
  "talk",
  "discussion",
  "quiz",
  "vote",
  "forum",
  "decision",
  "closing",
  "other",
] as const;

/** Who is to come: a group's members, everybody of the branch (or branches), or whoever is invited. */
export const ATTEND_RULES = ["members", "branch", "invited"] as const;
export type AttendRule = (typeof ATTEND_RULES)[number];

export const agendaTemplateSchema = z.array(
  z.strictObject({
    kind: z.enum(AGENDA_KINDS),
    title: z.string().min(1).max(120),
    titleEn: z.string().max(120).default(""),
    minutes: z.int().min(1).max(480),
  }),
);
export type AgendaTemplate = z.output<typeof agendaTemplateSchema>;
