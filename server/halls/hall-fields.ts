import { z } from "zod";
import { hallRulesSchema } from "#domain/halls/rules.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";

/** Staff numbers, as a list or as people write them down: with spaces, commas, 、 or a line each. */
const staffNos = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/[\s,，、;；]+/))])
  .transform((list) => [...new Set(list.map((one) => one.normalize("NFC").trim()).filter((one) => one !== ""))])
  .pipe(z.array(z.string().max(60)).max(12))
  .default([]);

/** A side as its organizer writes it: who presses its buzzer, and who only belongs to it. */
const sideSchema = z.strictObject({
  ...{ name: lineSchema(30), staffNos, others: staffNos },
  /** The promoted team that it is, of the contest whose final this is. */
  fromTeamId: blankable(idSchema),
});

/** What an organizer fills in of a final. */
export const hallFields = {
  title: lineSchema(60),
  branchId: idSchema,
  rules: hallRulesSchema,
  /** The slug of the contest whose final this is: its sides come from who was promoted there. */
  contest: blankable(z.string().max(80)),
  sides: z.array(sideSchema).min(2).max(12),
};
export type HallFields = z.output<z.ZodObject<typeof hallFields>>;

/** The checks that concern several fields at once. */
export function checkHall({ sides }: Pick<HallFields, "sides">, check: z.RefinementCtx): void {
  const add = (path: (string | number)[], message: string) => check.addIssue({ code: "custom", path, message });
  const seen = new Set<string>();
  sides.forEach((side, at) => {
    const { fromTeamId } = side;
    if (fromTeamId !== undefined && sides.findIndex((other) => other.fromTeamId === fromTeamId) < at)
      add(["sides", at, "name"], "side-twice");
    if (sides.findIndex(({ name }) => name === side.name) < at) add(["sides", at, "name"], "side-twice");
    for (const one of [...side.staffNos, ...side.others]) {
      if (seen.has(one)) add(["sides", at, "staffNos"], "person-in-two-sides");
      seen.add(one);
    }
  });
}
