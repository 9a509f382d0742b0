import { randomInt } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { hallMembers, hallQuestions, hallSides } from "#db/schema/halls.ts";
import { branches, people } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { fieldRefusal } from "#server/verb.ts";
import { drawHall, refuseArchived } from "./draw-hall.ts";
import type { HallFields } from "./hall-fields.ts";

/** Letters and figures that nobody mistakes for one another when a code is read from a screen. */
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

export const newCode = (): string => Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** People of the final's subtree by their staff numbers; whoever is not there is refused at the side that named them. */
async function membersOf(tx: Tx, path: string, sides: HallFields["sides"]) {
  const named = sides.flatMap(({ staffNos, others }) => [...staffNos, ...others]);
  if (named.length === 0) return [];
  const rows = await tx
    .select({ id: people.id, staffNo: people.staffNo })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(and(inArray(people.staffNo, named), isNull(people.disabledAt), sql`starts_with(${branches.path}, ${path})`));
  const known = new Map(rows.map(({ id, staffNo }) => [staffNo, id]));
  return sides.flatMap(({ staffNos, others }, at) =>
    [...staffNos, ...others].map((staffNo) => {
      const personId = known.get(staffNo);
      if (personId === undefined) throw fieldRefusal(`sides.${at}.staffNos`, "no-such-person", { name: staffNo.slice(0, 60) });
      return { personId, seat: at + 1, buzzes: staffNos.includes(staffNo) };
    }),
  );
}

/** Writes a final's sides, their people and its questions; what was there before must be gone. Whoever presses a buzzer is told where it is. */
export async function writeParts(
  tx: Tx,
  { viewer, now }: Readonly<{ viewer: Member; now: Date }>,
  { hallId, path, seed, fields, code }: Readonly<{ hallId: number; path: string; seed: string; fields: HallFields; code: string }>,
): Promise<void> {
  const { rules, sides } = fields;
  await refuseArchived(tx, rules);
  const members = await membersOf(tx, path, sides);
  const rounds = await drawHall(tx, viewer, { rules, sides: sides.length, path, seed });
  await tx
    .insert(hallSides)
    .values(sides.map(({ name, fromTeamId }, at) => ({ hallId, seat: at + 1, name, fromTeamId: fromTeamId ?? null })));
  if (members.length > 0) await tx.insert(hallMembers).values(members.map((member) => ({ hallId, ...member })));
  await tx
    .insert(hallQuestions)
    .values(rounds.flatMap((versions, round) => versions.map((versionId, place) => ({ hallId, round, place, versionId }))));
  const personIds = members.filter(({ buzzes }) => buzzes).map(({ personId }) => personId);
  const notice = { kind: "hall-buzzer", params: { title: fields.title }, path: `/hall/${code}/buzz`, dedupe: `hall-buzzer ${hallId}` };
  await giveNotice(tx, { personIds, now, ...notice });
}
