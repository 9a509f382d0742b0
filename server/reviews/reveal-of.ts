import type { Db, Tx } from "#db/client.ts";
import { findKeyed, isInRunningPaper } from "./find-keyed.ts";
import { ownKey, type Reveal } from "./shown-question.ts";

/** What an answered question may tell; null while the person sits a paper that has it. `showsKey`: see standingOf. */
export async function revealOf(db: Db | Tx, personId: number, questionId: number, showsKey: boolean): Promise<Reveal | null> {
  const keyed = await findKeyed(db, questionId);
  if (!keyed || (await isInRunningPaper(db, personId, questionId))) return null;
  const { explanation, slug, paragraph } = keyed;
  return {
    explanation,
    passage: slug === null ? null : { slug, paragraph },
    key: showsKey ? ownKey(personId, keyed, keyed.key) : null,
  };
}
