import { BOWL_PRESETS, type Round, roundSchema } from "#domain/halls/rules.ts";

export type RoundKind = Round["kind"];

/** What a field of a round holds: points, seconds, a number, several points, yes or no, or a choice. */
type FieldOf =
  | { name: string; unit: "points" | "seconds" | "count" | "list" | "flag" }
  | { name: string; unit: "choice"; options: readonly string[] };

const order: FieldOf = { name: "order", unit: "choice", options: ["seat", "high_first", "low_first"] };
const count = (name: string): FieldOf => ({ name, unit: "count" });
const points = (name: string): FieldOf => ({ name, unit: "points" });
const answer: FieldOf = { name: "answerMs", unit: "seconds" };
const early: FieldOf[] = [
  points("early.minus"),
  points("early.again"),
  { name: "early.losesItem", unit: "flag" },
  { name: "early.item", unit: "choice", options: ["open", "void"] },
];
const window: FieldOf = { name: "buzzMs", unit: "seconds" };

/** The fields of each kind of round, in the order in which they are read. */
export const FIELDS: Readonly<Record<RoundKind, readonly FieldOf[]>> = {
  individual: [count("perSide"), answer, points("right"), points("wrong"), order],
  consult: [count("perSide"), answer, points("right"), points("wrong"), order],
  buzz: [
    ...[count("items"), window, answer, points("right"), points("wrong"), ...early],
    { name: "steal", unit: "flag" },
    { name: "unclaimed", unit: "choice", options: ["audience", "void"] },
  ],
  risk: [count("perSide"), { name: "values", unit: "list" }, answer, order],
  arena: [count("perSide"), count("passes"), answer, points("right"), points("wrong"), order],
  extra: [count("items"), count("places"), window, answer, ...early],
  audience: [count("items")],
  bowl: [
    ...[count("items"), points("power"), points("right"), points("neg"), window, answer],
    ...[count("bonusParts"), points("bonusPoints"), { name: "bonusMs", unit: "seconds" } as const],
    { name: "bouncebacks", unit: "flag" },
    count("overtime"),
  ],
};

/** A round as the form holds it: every value as it is typed. */
export type RoundDraft = Readonly<{
  key: number;
  kind: RoundKind;
  title: string;
  /** "" for the bank, else a paper's number. */
  paper: string;
  section: string;
  category: string;
  questionKind: Extract<Round["source"], { from: "bank" }>["kind"];
  spares: string;
  values: Readonly<Record<string, string>>;
}>;

const THOUSAND = 1_000;
const textOf = (value: unknown, unit: FieldOf["unit"]): string => {
  if (unit === "points" || unit === "seconds") return String(Number(value) / THOUSAND);
  if (unit === "list") return (value as number[]).map((one) => one / THOUSAND).join(" / ");
  return String(value);
};
const valueOf = (text: string, unit: FieldOf["unit"]): unknown => {
  if (unit === "points" || unit === "seconds") return Math.round(Number(text) * THOUSAND);
  if (unit === "list")
    return text
      .split(/[\s,，、/／]+/)
      .filter(Boolean)
      .map((one) => Math.round(Number(one) * THOUSAND));
  if (unit === "flag") return text === "true";
  return unit === "count" ? Number(text) : text;
};

export const BOWL_HOUSES = Object.keys(BOWL_PRESETS) as (keyof typeof BOWL_PRESETS)[];

/** A round of quiz bowl with the figures of one of its houses; what the house does not say stays as it was typed. */
export function byHouse(round: RoundDraft, house: keyof typeof BOWL_PRESETS): RoundDraft {
  const preset: Readonly<Record<string, unknown>> = BOWL_PRESETS[house];
  const said = FIELDS.bowl.filter(({ name }) => name in preset).map(({ name, unit }) => [name, textOf(preset[name], unit)]);
  return { ...round, values: { ...round.values, ...Object.fromEntries(said) } };
}

let made = 0;

/** A round of a kind with what its rules have by themselves. */
export const freshRound = (kind: RoundKind, title: string): RoundDraft =>
  draftOf(roundSchema.parse({ kind, title, source: { from: "bank" } }));

/** A round as the form holds it. A kind of question that a source may name is not the form's to say, and is kept. */
export function draftOf(round: Round): RoundDraft {
  const { kind, title, source } = round;
  const rules = round as unknown as Record<string, unknown>;
  const at = (name: string): unknown => name.split(".").reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], rules);
  const values = Object.fromEntries(FIELDS[kind].map(({ name, unit }) => [name, textOf(at(name), unit)]));
  made += 1;
  const from =
    source.from === "paper"
      ? { paper: String(source.paperId), section: String(source.section + 1), category: "", questionKind: undefined }
      : { paper: "", section: "1", category: source.category, questionKind: source.kind };
  return { key: made, kind, title, ...from, spares: String(round.spares), values };
}

/** The round as the verb takes it. What was typed wrong is the verb's to refuse, at its field. */
export function bodyOfRound({ kind, title, paper, section, category, questionKind, spares, values }: RoundDraft): object {
  const body: Record<string, unknown> = {};
  for (const { name, unit } of FIELDS[kind]) {
    const [first = "", second] = name.split(".");
    const value = valueOf(values[name] ?? "", unit);
    body[first] = second ? { ...(body[first] as object | undefined), [second]: value } : value;
  }
  const source =
    paper === ""
      ? { from: "bank", category, ...(questionKind && { kind: questionKind }) }
      : { from: "paper", paperId: Number(paper), section: Number(section) - 1 };
  return { kind, title, source, spares: Number(spares), ...body };
}
