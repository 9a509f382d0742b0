import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { offices } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { OFFICES } from "#domain/people/offices.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { holdBranch, refuseClosed } from "#server/branches/lock-branch.ts";
import { idSchema, reasonSchema } from "#server/input-schemas.ts";
import { nameConstraint } from "#server/name-constraint.ts";
import { lockPerson } from "#server/people/lock-person.ts";
import { command, fieldRefusal } from "#server/verb.ts";

async function loadGrant(tx: Tx, personId: number, branchId: number) {
  const person = await lockPerson(tx, personId);
  const branch = await holdBranch(tx, branchId);
  return person && branch && { person, branch };
}

/** Gives a person an office over a branch and all below it. An administrator administers the whole tree, so that office stands at the root. */
export const grantOffice = command({
  at: "POST /api/desk/offices",
  input: z.strictObject({ personId: idSchema, office: z.enum(OFFICES), branchId: idSchema, reason: reasonSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["already-exists", "person-disabled", "branch-closed", "admin-at-root"],
  door: "desk",
  load: (tx, { personId, branchId }) => loadGrant(tx, personId, branchId),
  may: (viewer, { person }) => can.editPerson(viewer, person),
  async run(tx, { person, branch }, { office, reason }, context) {
    const { viewer, now } = context;
    if (!can.grantOffice(viewer, { office, path: branch.path })) throw new Refusal("forbidden");
    if (person.disabledAt) throw fieldRefusal("personId", "person-disabled");
    refuseClosed(branch, "branchId");
    if (office === "admin" && branch.parentId !== null) throw fieldRefusal("branchId", "admin-at-root");
    const grant = { personId: person.id, office, branchId: branch.id };
    const [given] = await nameConstraint({ offices_held_once: ["office", "already-exists"] }, () =>
      tx
        .insert(offices)
        .values({ ...grant, grantedAt: now, grantedBy: viewer.personId })
        .returning({ id: offices.id }),
    );
    const id = given?.id ?? 0;
    await writeAudit(tx, { context, action: "office.grant", object: "office", objectId: id, branchId: branch.id, after: grant, reason });
    return { id };
  },
});
