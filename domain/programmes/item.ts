import { z } from "zod";
import { blueprintSchema } from "#domain/contests/rules.ts";
import type { OutcomeKind } from "./outcome.ts";

/** What an item of a programme can be. A unit is a text with a quiz of its own (D15). */
export const ITEM_KINDS = ["reading", "quiz", "unit", "meeting", "reflection", "contest"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** cmi5 moveOn: when an item is satisfied. */
export const MOVE_ON = ["Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"] as const;
export type MoveOn = (typeof MOVE_ON)[number];

/** A quiz: drawn anew for each try. `attempts` null: as often as one likes; the best counts. */
export const itemQuizSchema = z.strictObject({
  blueprint: blueprintSchema,
  attempts: z.int().min(1).max(20).nullable().default(null),
});
export type ItemQuiz = z.output<typeof itemQuizSchema>;

/** When and where a meeting is held; instants as ISO text, in UTC. */
export const itemMeetingSchema = z.strictObject({
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  place: z.string().max(120).default(""),
});
export type ItemMeeting = z.output<typeof itemMeetingSchema>;

type Subject = Readonly<{ id: number; kind: ItemKind; materialId: number | null; contestId: number | null }>;

/** The outcomes an item is judged by: which subject completes it, and which one is scored. They are the same but for a unit. */
export function subjectsOf(item: Subject): { completes: { kind: OutcomeKind; id: number }; scores: { kind: OutcomeKind; id: number } } {
  const self = (kind: OutcomeKind) => ({ completes: { kind, id: item.id }, scores: { kind, id: item.id } });
  const material = { kind: "material" as const, id: item.materialId ?? 0 };
  const contest = { kind: "contest" as const, id: item.contestId ?? 0 };
  switch (item.kind) {
    case "reading":
      return { completes: material, scores: material };
    case "contest":
      return { completes: contest, scores: contest };
    case "unit":
      return { completes: material, scores: { kind: "quiz", id: item.id } };
    case "quiz":
      return self("quiz");
    case "meeting":
      return self("meeting");
    case "reflection":
      return self("reflection");
  }
}
