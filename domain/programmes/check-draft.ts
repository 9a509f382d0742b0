import { type DraftItem, itemsOfDraft, type ProgrammeDraft } from "./draft.ts";

/** What is wrong with a draft, at which field. `stops` the saving; otherwise it stops the publishing, or, as a warning, nothing. */
export type DraftProblem = Readonly<{
  path: string;
  code: string;
  level: "stops" | "unready" | "warning";
  params?: Readonly<Record<string, string | number>>;
}>;

const MOST_ITEMS = 200;

const stops = (path: string, code: string): DraftProblem => ({ path, code, level: "stops" });

/** The keys that lead back to themselves through `requires`. */
function circular(items: readonly DraftItem[]): Set<string> {
  const needs = new Map(items.map(({ key, requires }) => [key, requires]));
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    (needs.get(from) ?? []).some((next) => next === goal || (!seen.has(next) && reaches(next, goal, seen.add(next))));
  return new Set([...needs.keys()].filter((key) => reaches(key, key, new Set())));
}

/** What an item needs to have, by its kind. */
function partsOf(item: DraftItem, path: string): DraftProblem[] {
  const found: DraftProblem[] = [];
  const needs = (field: "material" | "contest" | "quiz" | "meeting", kinds: readonly DraftItem["kind"][]) => {
    if (kinds.includes(item.kind) && item[field] === null) found.push(stops(`${path}.${field}`, "invalid_type"));
    if (!kinds.includes(item.kind) && item[field] !== null) found.push(stops(`${path}.${field}`, "not-of-this-kind"));
  };
  needs("material", ["reading", "unit"]);
  needs("quiz", ["quiz", "unit"]);
  needs("contest", ["contest"]);
  // A meeting is held at the times given here, or it is one that has its own.
  if (item.meetingId === null) needs("meeting", ["meeting"]);
  else if (item.kind !== "meeting") found.push(stops(`${path}.meetingId`, "not-of-this-kind"));
  const isScored = ["quiz", "unit", "contest", "reading"].includes(item.kind);
  if (!isScored && item.owner === "person" && item.moveOn !== "Completed" && item.moveOn !== "NotApplicable")
    found.push(stops(`${path}.moveOn`, "nothing-scored"));
  if (item.mastery !== null && (!isScored || item.moveOn === "Completed" || item.moveOn === "NotApplicable"))
    found.push({ path: `${path}.mastery`, code: "mastery-not-asked", level: "warning" });
  return found;
}

/** Dates of an item against those around it. */
function datesOf(item: DraftItem, module: ProgrammeDraft["modules"][number], draft: ProgrammeDraft, path: string): DraftProblem[] {
  const found: DraftProblem[] = [];
  const opens = module.opensAt ?? draft.opensAt;
  const closes = module.closesAt ?? draft.closesAt;
  if (item.opensAt && (item.opensAt < opens || item.opensAt >= closes)) found.push(stops(`${path}.opensAt`, "outside-window"));
  if (item.dueAt && item.dueAt <= (item.opensAt ?? opens)) found.push(stops(`${path}.dueAt`, "due-before-start"));
  else if (item.dueAt && item.dueAt > closes) found.push(stops(`${path}.dueAt`, "outside-window"));
  return found;
}

function modulesOf(draft: ProgrammeDraft): DraftProblem[] {
  return draft.modules.flatMap(({ opensAt, closesAt, items }, at) => {
    const path = `modules.${at}`;
    const found: DraftProblem[] = [];
    if (opensAt && (opensAt < draft.opensAt || opensAt >= draft.closesAt)) found.push(stops(`${path}.opensAt`, "outside-window"));
    if (closesAt && (closesAt > draft.closesAt || closesAt <= draft.opensAt)) found.push(stops(`${path}.closesAt`, "outside-window"));
    else if (opensAt && closesAt && closesAt <= opensAt) found.push(stops(`${path}.closesAt`, "closes-before-it-opens"));
    if (items.length === 0) found.push({ path, code: "module-empty", level: "unready" });
    return found;
  });
}

/** The places at which a name is used again. */
function repeated(names: readonly string[], pathOf: (at: number) => string): DraftProblem[] {
  return names.flatMap((name, at) => (names.indexOf(name) < at ? [stops(pathOf(at), "used-twice")] : []));
}

/** Everything about a draft that can be told from the draft alone. */
export function checkDraft(draft: ProgrammeDraft): DraftProblem[] {
  const placed = itemsOfDraft(draft);
  const items = placed.map(({ item }) => item);
  const keys = new Set(items.map(({ key }) => key));
  const audiences = new Set(draft.audiences.map(({ key }) => key));
  const circles = circular(items);
  const found = [
    ...repeated(
      items.map(({ key }) => key),
      (at) => `${placed[at]?.path}.key`,
    ),
    ...repeated(
      draft.audiences.map(({ key }) => key),
      (at) => `audiences.${at}.key`,
    ),
    ...modulesOf(draft),
  ];
  for (const { item, module, path } of placed) {
    found.push(...partsOf(item, path), ...datesOf(item, draft.modules[module] as ProgrammeDraft["modules"][number], draft, path));
    if (item.audiences.some((key) => !audiences.has(key))) found.push(stops(`${path}.audiences`, "no-such-audience"));
    if (item.requires.includes(item.key)) found.push(stops(`${path}.requires`, "requires-itself"));
    else if (item.requires.some((key) => !keys.has(key))) found.push(stops(`${path}.requires`, "no-such-item"));
    else if (circles.has(item.key)) found.push(stops(`${path}.requires`, "requires-circle"));
    if (item.owner === "unit" && item.kind === "quiz") found.push(stops(`${path}.owner`, "not-for-a-unit"));
  }
  if (placed.length > MOST_ITEMS) found.push(stops("modules", "too-many-items"));
  if (placed.length === 0) found.push({ path: "modules", code: "programme-empty", level: "unready" });
  return found;
}
