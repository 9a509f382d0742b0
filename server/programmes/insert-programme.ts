import { randomBytes } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { programmes } from "#db/schema/programmes.ts";
import type { Member } from "#domain/people/viewer.ts";
import type { ProgrammeDraft } from "#domain/programmes/draft.ts";
import { refuseProblems } from "./refuse-problems.ts";
import { resolveDraft } from "./resolve-draft.ts";
import { writeParts } from "./write-draft.ts";

type Made = Readonly<{ path: string; createdBy: number | null; now: Date; viewer?: Member; copiedFromId?: number; slug?: string }>;

/** The columns of a programme's own that a draft fills. */
export function columnsOf(draft: ProgrammeDraft) {
  const { kind, title, titleEn, intro, introEn, branchId, opensAt, closesAt, certificateTitle, certificateTitleEn } = draft;
  return { kind, title, titleEn, intro, introEn, branchId, opensAt, closesAt, certificateTitle, certificateTitleEn };
}

/** Makes a programme from a document, as a draft. */
export async function insertProgramme(tx: Tx, draft: ProgrammeDraft, { path, createdBy, now, viewer, copiedFromId, slug }: Made) {
  const resolved = await resolveDraft(tx, draft, path, null, viewer);
  refuseProblems(resolved.problems, ["stops"]);
  const [made] = await tx
    .insert(programmes)
    .values({
      ...columnsOf(draft),
      slug: slug ?? `p${now.toISOString().slice(2, 10).replaceAll("-", "")}-${randomBytes(3).toString("hex")}`,
      createdBy,
      createdAt: now,
      ...(copiedFromId !== undefined && { copiedFromId }),
    })
    .returning({ id: programmes.id, slug: programmes.slug, revision: programmes.revision });
  if (!made) throw new Error("a programme that was just made is gone");
  await writeParts(tx, made.id, draft, resolved, null);
  return made;
}
