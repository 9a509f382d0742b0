/** A prompt for the discussion: which sentence of `groups.prompts` in messages/, and the words it is about. */
export type Prompt = Readonly<{ kind: "gist" | "relate" | "question" | "practice"; about: string; other: string }>;

const MOST = 80;
const short = (text: string) => (text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text);

/**
 * Three prompts for the lead reader, made in a simple way that can be told: the gist of the section's first heading; the open question
 * that most readers share, or else how the first heading and the next (or the title) hang together; and what its last heading means for
 * one's own work. Without headings the section's title stands for them.
 */
export function promptsOf(section: Readonly<{ title: string; headings: readonly string[]; questions: readonly string[] }>): Prompt[] {
  const headings = section.headings.length > 0 ? section.headings : [section.title];
  const [first = section.title, second = section.title] = headings;
  const [asked] = section.questions;
  return [
    { kind: "gist", about: short(first), other: "" },
    asked === undefined
      ? { kind: "relate", about: short(first), other: short(second) }
      : { kind: "question", about: short(asked), other: "" },
    { kind: "practice", about: short(headings.at(-1) ?? section.title), other: "" },
  ];
}
