// One file, long because it is one document: how it is typed, what it is read from and what is sent, field by field.
import { instantOf, wallTimeOf } from "#app/desk/contests/wizard/wall-time.ts";
import type { Blueprint, BlueprintLine } from "#domain/contests/rules.ts";
import type { DraftItem, ProgrammeDraft } from "#domain/programmes/draft.ts";
import type { ItemKind, MoveOn } from "#domain/programmes/item.ts";

/** A line of a quiz as it is typed; what is not on the page is carried along. */
export type LineEdit = Readonly<{ category: string; kind: string; count: string; rest: Pick<BlueprintLine, "difficulty" | "worth"> }>;

/** An item as it is typed: numbers and moments as texts. */
export type ItemEdit = Readonly<{
  id: number | null;
  key: string;
  kind: ItemKind;
  title: string;
  titleEn: string;
  material: string;
  contest: string;
  lines: readonly LineEdit[];
  attempts: string;
  startsAt: string;
  endsAt: string;
  place: string;
  /** The meeting of a group or branch that it is; empty: it is held as the fields above say. */
  meetingId: string;
  prompt: string;
  moveOn: MoveOn;
  /** Percent. */
  mastery: string;
  isRequired: boolean;
  opensAt: string;
  dueAt: string;
  audiences: readonly string[];
  requires: readonly string[];
  owner: "person" | "unit";
}>;

export type ModuleEdit = Readonly<{
  id: number | null;
  key: string;
  title: string;
  titleEn: string;
  opensAt: string;
  closesAt: string;
  items: readonly ItemEdit[];
}>;
export type AudienceEdit = Readonly<{ id: number | null; key: string; name: string; nameEn: string; tags: string }>;

export type ProgrammeEdit = Readonly<{
  kind: ProgrammeDraft["kind"];
  title: string;
  titleEn: string;
  intro: string;
  introEn: string;
  branchId: string;
  opensAt: string;
  closesAt: string;
  certificateTitle: string;
  certificateTitleEn: string;
  requires: readonly string[];
  audiences: readonly AudienceEdit[];
  modules: readonly ModuleEdit[];
}>;

const wall = (at: Date | null): string => (at ? wallTimeOf(at) : "");
const QUIZ_LINE: LineEdit = { category: "", kind: "single", count: "5", rest: { difficulty: [1, 5], worth: 1_000 } };

const lineOf = ({ category, kind, count, difficulty, worth }: BlueprintLine): LineEdit => ({
  category: category ?? "",
  kind: kind ?? "",
  count: String(count),
  rest: { difficulty, worth },
});

const itemOf = (item: DraftItem): ItemEdit => {
  const { id, key, kind, title, titleEn, quiz, meeting, prompt, moveOn, mastery, isRequired, audiences, requires, owner } = item;
  return {
    ...{ id, key, kind, title, titleEn, prompt, moveOn, isRequired, audiences, requires, owner },
    material: item.material ?? "",
    contest: item.contest ?? "",
    lines: quiz ? quiz.blueprint.map(lineOf) : [QUIZ_LINE],
    attempts: quiz?.attempts ? String(quiz.attempts) : "",
    startsAt: wall(meeting?.startsAt ?? null),
    endsAt: wall(meeting?.endsAt ?? null),
    place: meeting?.place ?? "",
    meetingId: item.meetingId === null ? "" : String(item.meetingId),
    mastery: mastery === null ? "" : String(Math.round(mastery * 10_000) / 100),
    opensAt: wall(item.opensAt),
    dueAt: wall(item.dueAt),
  };
};

/** A programme as the editor holds it. */
export function editOf(draft: ProgrammeDraft): ProgrammeEdit {
  const { kind, title, titleEn, intro, introEn, certificateTitleEn, requires } = draft;
  return {
    ...{ kind, title, titleEn, intro, introEn, certificateTitleEn, requires },
    branchId: String(draft.branchId),
    opensAt: wall(draft.opensAt),
    closesAt: wall(draft.closesAt),
    certificateTitle: draft.certificateTitle ?? "",
    audiences: draft.audiences.map((audience) => ({ ...audience, tags: audience.tags.join(" ") })),
    modules: draft.modules.map(({ id, title, titleEn, opensAt, closesAt, items }, at) => ({
      ...{ id, key: `m${id ?? at}`, title, titleEn, opensAt: wall(opensAt), closesAt: wall(closesAt) },
      items: items.map(itemOf),
    })),
  };
}

/** A new item of a kind, with what most of them want. */
export const freshItem = (kind: ItemKind, key: string): ItemEdit => ({
  ...{ id: null, key, kind, title: "", titleEn: "", material: "", contest: "", lines: [QUIZ_LINE], attempts: "" },
  ...{ startsAt: "", endsAt: "", place: "", meetingId: "", prompt: "", isRequired: true, opensAt: "", dueAt: "" },
  moveOn: kind === "quiz" || kind === "unit" ? "Passed" : "Completed",
  mastery: kind === "quiz" || kind === "unit" ? "60" : "",
  audiences: [],
  requires: [],
  owner: "person",
});
export const freshModule = (key: string): ModuleEdit => ({ id: null, key, title: "", titleEn: "", opensAt: "", closesAt: "", items: [] });
export const freshLine = QUIZ_LINE;

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
/** A number as typed; what is none is sent as it is, and refused at its field. */
const numberOf = (typed: string): number | string | null => {
  const value = Number(typed.trim());
  return typed.trim() === "" ? null : Number.isFinite(value) ? value : typed;
};
const percentOf = (typed: string): number | string | null => {
  const value = numberOf(typed);
  return typeof value === "number" ? Number((value / 100).toFixed(8)) : value;
};
const SCORED = new Set<ItemKind>(["reading", "quiz", "unit", "contest"]);

function itemBody(item: ItemEdit) {
  const { id, key, kind, title, titleEn, prompt, moveOn, isRequired, owner, audiences, requires } = item;
  const hasQuiz = kind === "quiz" || kind === "unit";
  const asksScore = SCORED.has(kind) && moveOn !== "Completed" && moveOn !== "NotApplicable";
  const blueprint = item.lines.map(({ category, kind, count, rest }) => ({
    ...rest,
    category: orNull(category),
    kind: orNull(kind) as Blueprint[number]["kind"],
    count: numberOf(count),
  }));
  return {
    ...{ id, key, kind, title: title.trim(), titleEn, prompt, moveOn, isRequired, owner, audiences, requires },
    material: kind === "reading" || kind === "unit" ? orNull(item.material) : null,
    contest: kind === "contest" ? orNull(item.contest) : null,
    quiz: hasQuiz ? { blueprint, attempts: numberOf(item.attempts) } : null,
    meetingId: kind === "meeting" ? numberOf(item.meetingId) : null,
    meeting:
      kind === "meeting" && item.meetingId === ""
        ? { startsAt: instantOf(item.startsAt), endsAt: instantOf(item.endsAt), place: item.place }
        : null,
    mastery: asksScore ? percentOf(item.mastery) : null,
    opensAt: instantOf(item.opensAt),
    dueAt: instantOf(item.dueAt),
  };
}

/** What is sent: the document in the verb's names and units. */
export function bodyOf(edit: ProgrammeEdit) {
  const { kind, title, titleEn, intro, introEn, certificateTitleEn, requires } = edit;
  return {
    ...{ kind, title: title.trim(), titleEn, intro, introEn, certificateTitleEn, requires },
    branchId: Number(edit.branchId),
    opensAt: instantOf(edit.opensAt),
    closesAt: instantOf(edit.closesAt),
    certificateTitle: orNull(edit.certificateTitle),
    audiences: edit.audiences.map(({ id, key, name, nameEn, tags }) => ({
      ...{ id, key, name: name.trim(), nameEn },
      tags: [...new Set(tags.split(/[\s,，、;；]+/u))].filter((tag) => tag !== ""),
    })),
    modules: edit.modules.map(({ id, title, titleEn, opensAt, closesAt, items }) => ({
      ...{ id, title: title.trim(), titleEn, opensAt: instantOf(opensAt), closesAt: instantOf(closesAt) },
      items: items.map(itemBody),
    })),
  };
}
