import type { Section } from "#domain/papers/sections.ts";
import type { QuestionKind } from "#domain/questions/question.ts";

type Known = Readonly<{ kind: QuestionKind; difficulty: number; category: string }>;
type Tally = { name: string; questions: number; worth: number };

/** What a paper is made of, by kind, difficulty and category, with the points of each; what a line leaves open is "any". */
export function paperBalance(sections: readonly Section[], known: ReadonlyMap<number, Known>) {
  const tallies = { kind: new Map<string, Tally>(), difficulty: new Map<string, Tally>(), category: new Map<string, Tally>() };
  const add = (by: keyof typeof tallies, name: string, questions: number, worth: number) => {
    const tally = tallies[by].get(name) ?? { name, questions: 0, worth: 0 };
    tallies[by].set(name, { name, questions: tally.questions + questions, worth: tally.worth + worth });
  };
  const both = (facts: { kind: string; difficulty: string; category: string }, questions: number, worth: number) => {
    for (const trait of ["kind", "difficulty", "category"] as const) add(trait, facts[trait], questions, worth);
  };
  for (const { questions, lines } of sections) {
    for (const { questionId, worth } of questions) {
      const question = known.get(questionId);
      if (question) both({ ...question, difficulty: String(question.difficulty) }, 1, worth);
    }
    for (const { kind, difficulty, category, count, worth } of lines) {
      const [easiest, hardest] = difficulty;
      const level = easiest === hardest ? String(easiest) : easiest === 1 && hardest === 5 ? "any" : `${easiest}–${hardest}`;
      both({ kind: kind ?? "any", difficulty: level, category: category ?? "any" }, count, count * worth);
    }
  }
  const sorted = (tally: ReadonlyMap<string, Tally>) => [...tally.values()].sort((a, b) => b.worth - a.worth || (a.name < b.name ? -1 : 1));
  return { kind: sorted(tallies.kind), difficulty: sorted(tallies.difficulty), category: sorted(tallies.category) };
}
