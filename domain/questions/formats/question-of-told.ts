import type { QuestionDraftContent, RowProblem } from "#domain/questions/parsed-file.ts";
import { type Candidate, draftOf } from "./candidate.ts";
import { askedOf, type ToldPlace } from "./candidate-of-told.ts";
import { kindOfTold } from "./kind-of-told.ts";
import { KIND_WORDS } from "./kind-words.ts";
import { readMarking } from "./marking-words.ts";
import { type Place, wrong } from "./problem.ts";
import type { Told } from "./told.ts";

type Asked = Pick<Candidate, "body" | "key">;
type Read = { draft: QuestionDraftContent | null; problems: RowProblem[] };

const DIFFICULTIES: Readonly<Record<string, number>> = {
  ...{ 易: 1, 容易: 1, 简单: 1, 较易: 2, 中: 3, 中等: 3, 一般: 3, 适中: 3, 较难: 4, 难: 5, 困难: 5 },
  ...{ easy: 1, medium: 3, hard: 5 },
};

function difficultyOf(text: string, place: Place, problems: RowProblem[]): number | null {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  if (plain === "") return null;
  const known = DIFFICULTIES[plain] ?? (/^[1-5](?:\.0+)?$/u.test(plain) ? Number(plain) : /^[★*]{1,5}$/u.test(plain) ? plain.length : null);
  if (known === null || !Number.isInteger(known)) problems.push(wrong("difficulty-unknown", { value: text.slice(0, 40) }, place));
  return known;
}

const MOST_WORTH = 1_000;

function worthOf(text: string, place: Place, problems: RowProblem[]): number | null {
  const plain = text
    .normalize("NFKC")
    .replace(/(?:分|points?)$/iu, "")
    .trim();
  if (plain === "") return null;
  const milli = /^\d{1,4}(?:\.\d{1,3})?$/u.test(plain) ? Math.round(Number(plain) * 1_000) : -1;
  if (milli >= 0 && milli <= MOST_WORTH * 1_000) return milli;
  problems.push(wrong("worth-unknown", { value: text.slice(0, 40), most: MOST_WORTH }, place));
  return null;
}

/** One question or part: its kind, then what is asked and the key. */
function asked(told: Told, place: ToldPlace, problems: RowProblem[]): Asked | null {
  const kind = kindOfTold(told);
  if (kind === null || kind === "group") {
    const kinds = Object.values(KIND_WORDS)
      .map(([name]) => name)
      .join("、");
    problems.push(
      wrong(
        "kind-unknown",
        { value: (told.kind ?? "").slice(0, 40) },
        { ...place("kind"), suggestion: { code: "kind-is-one-of", params: { kinds } } },
      ),
    );
    return null;
  }
  if ((told.stem ?? "").trim() === "") problems.push(wrong("stem-missing", {}, place("stem")));
  const marking = readMarking(told.marking ?? "", place("marking"), problems);
  const read = askedOf(kind, { told, marking, place, problems });
  return (told.stem ?? "").trim() === "" ? null : read;
}

function group(told: Told, place: ToldPlace, partPlace: (part: number) => ToldPlace, problems: RowProblem[]): Asked | null {
  const parts = told.parts ?? [];
  if (parts.length === 0) problems.push(wrong("group-empty", {}, place("stem")));
  if ((told.stem ?? "").trim() === "") problems.push(wrong("group-without-material", {}, place("stem")));
  const read = parts.map((part, at) => asked(part, partPlace(at), problems));
  if (parts.length === 0 || (told.stem ?? "").trim() === "" || read.some((one) => one === null)) return null;
  const whole = read.filter((one) => one !== null);
  return {
    body: { kind: "group", stem: told.stem, parts: whole.map(({ body }) => body) },
    key: { kind: "group", parts: whole.map(({ key }) => key) },
  };
}

/** Which told thing a place in the question comes from. */
function toldOfPath(path: string): readonly ["option", number] | readonly [keyof Told & string] {
  const option = /(?:options|items|lefts|rights)\.(\d+)/u.exec(path)?.[1];
  if (option !== undefined) return ["option", Number(option)];
  if (path.endsWith("stem")) return ["stem"];
  if (/^(?:explanation|category|title|source|tags)$/u.test(path)) return [path as "title"];
  if (path.includes("feedback")) return ["feedback"];
  return [path.includes("unit") || path.includes("weights") ? "marking" : path.startsWith("key") ? "answer" : "stem"];
}

/** What a group explains: its own, then what its parts say. */
const explained = (told: Told): string =>
  [told.explanation ?? "", ...(told.parts ?? []).map(({ explanation = "" }, at) => explanation.trim() && `（${at + 1}）${explanation}`)]
    .filter((text) => text.trim() !== "")
    .join("\n");

/** The question that is told, checked, or null; with everything that is wrong, each at its place. */
export function questionOfTold(told: Told, place: ToldPlace, partPlace: (part: number) => ToldPlace): Read {
  const problems: RowProblem[] = [];
  const isGroup = told.parts !== undefined || kindOfTold(told) === "group";
  const read = isGroup ? group(told, place, partPlace, problems) : asked(told, place, problems);
  const worths = (told.parts ?? []).map((part, at) => worthOf(part.worth ?? "", partPlace(at)("worth"), problems));
  const own = worthOf(told.worth ?? "", place("worth"), problems);
  const summed = worths.length > 0 && worths.every((worth) => worth !== null) ? worths.reduce((sum, worth) => sum + (worth ?? 0), 0) : null;
  const rest = {
    explanation: explained(told),
    category: told.category ?? "",
    difficulty: difficultyOf(told.difficulty ?? "", place("difficulty"), problems),
    tags: (told.tags ?? "").split(/[,，、;；\n]/u),
    title: told.title ?? "",
    source: told.source ?? "",
    worth: own ?? summed,
    media: told.media ?? [],
  };
  if (!read) return { draft: null, problems };
  const checked = draftOf({ ...read, ...rest }, (path) => {
    const part = /parts\.(\d+)/u.exec(path)?.[1];
    const [field, at] = toldOfPath(path);
    return (part === undefined ? place : partPlace(Number(part)))(field as "option", at);
  });
  return { draft: checked.draft, problems: [...problems, ...checked.problems] };
}
