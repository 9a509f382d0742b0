import { z } from "zod";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { holdBranch, refuseClosed } from "#server/branches/lock-branch.ts";
import { blankable, idSchema, tagsSchema } from "#server/input-schemas.ts";
import { nameConstraint } from "#server/name-constraint.ts";
import { command } from "#server/verb.ts";
import { PERSON_ONCE, personName, staffNoSchema, timePercentSchema } from "./person-fields.ts";
import { pinyinOf } from "./pinyin-of.ts";
import { accountSchema } from "./sign-in.ts";

/** Puts a new person into a branch of the viewer's subtrees. The account is the staff number unless another is given. */
export const addPerson = command({
  at: "POST /api/desk/people",
  input: z.strictObject({
    name: personName,
    staffNo: staffNoSchema,
    account: blankable(accountSchema),
    branchId: idSchema,
    tags: blankable(tagsSchema),
    timePercent: blankable(timePercentSchema),
  }),
  output: z.object({ id: z.number() }),
  refusals: ["already-exists", "branch-closed"],
  door: "desk",
  load: (tx, { branchId }) => holdBranch(tx, branchId),
  may: can.editPerson,
  async run(tx, branch, { name, staffNo, account, tags, timePercent }, context) {
    refuseClosed(branch, "branchId");
    const sound = pinyinOf(name);
    const person = {
      name,
      staffNo,
      account: account ?? accountSchema.parse(staffNo),
      branchId: branch.id,
      tags: tags ?? [],
      timePercent: timePercent ?? 100,
    };
    const [added] = await nameConstraint(PERSON_ONCE, () =>
      tx
        .insert(people)
        .values({ ...person, pinyinFull: sound.full, pinyinInitials: sound.initials, createdAt: context.now })
        .returning({ id: people.id }),
    );
    const id = added?.id ?? 0;
    await writeAudit(tx, { context, action: "person.add", object: "person", objectId: id, branchId: branch.id, after: person });
    return { id };
  },
});
