import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingKinds, meetings } from "#db/schema/meetings.ts";
import { branches } from "#db/schema/people.ts";
import { rareCharacters } from "#domain/certificates/rare-characters.ts";
import { Refusal } from "#domain/refusal.ts";
import { fontCoverage } from "#server/exports/font-coverage.ts";

/** The words of a meeting that stand on its card. */
export async function cardFacts(db: Db, id: number) {
  const [row] = await db
    .select({
      ...{ title: meetings.title, place: meetings.place, kind: meetingKinds.name, kindEn: meetingKinds.nameEn },
      ...{ branch: branches.name, group: groups.name },
    })
    .from(meetings)
    .innerJoin(meetingKinds, eq(meetingKinds.key, meetings.kind))
    .innerJoin(branches, eq(branches.id, meetings.branchId))
    .leftJoin(groups, eq(groups.id, meetings.groupId))
    .where(eq(meetings.id, id));
  if (!row) throw new Refusal("not-found");
  const { branch, group, ...facts } = row;
  return { ...facts, holder: group ?? branch };
}

/** The characters of a card that its picture cannot show. */
export const rareOnCard = (words: readonly string[]): string[] => rareCharacters(words.join(""), fontCoverage());
