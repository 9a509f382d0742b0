import type { Tx } from "#db/client.ts";
import { questions } from "#db/schema/questions.ts";
import type { Medium, QuestionBody } from "#domain/questions/question.ts";
import { storeFile } from "#server/files/store-file.ts";
import { type QuestionContent, writeVersions } from "#server/questions/write-versions.ts";
import { bytesOfMedium, type StoredDraft } from "./stored-draft.ts";

type Destination = Readonly<{
  branchId: number | null;
  isPrivate: boolean;
  /** Of drafts that name none. */
  category: string;
  state: "draft" | "in_review";
  createdBy: number;
  now: Date;
}>;

/** What the bank calls middling, for files that say nothing. */
const USUAL_DIFFICULTY = 3;

type Stored = Medium & Readonly<{ part: number | null }>;

/** The body with its pictures and sounds where they belong. */
function withMedia(body: QuestionBody, stored: readonly Stored[]): QuestionBody {
  if (stored.length === 0) return body;
  const of = (part: number | null) => {
    const media = stored.filter((medium) => medium.part === part).map(({ part: _part, ...medium }) => medium);
    return media.length === 0 ? {} : { media };
  };
  if (body.kind !== "group") return { ...body, ...of(null) };
  return { ...body, parts: body.parts.map((part, at) => ({ ...part, ...of(at) })), ...of(null) };
}

async function storeMedia(tx: Tx, questionId: number, draft: StoredDraft, by: { createdBy: number; now: Date }): Promise<Stored[]> {
  const stored: Stored[] = [];
  for (const medium of draft.media) {
    const { id } = await storeFile(tx, { name: medium.name, bytes: bytesOfMedium(medium), questionId, ...by });
    stored.push({ file: id, type: medium.type, alt: medium.alt, part: medium.part });
  }
  return stored;
}

/** Writes drafts as new questions of one author, each with its first version. Returns their numbers in the drafts' order. */
export async function writeDrafts(tx: Tx, drafts: readonly StoredDraft[], to: Destination): Promise<number[]> {
  const { branchId, isPrivate, state, createdBy, now } = to;
  // The rows are alike until they have their versions, so it does not matter which number falls to which draft.
  const made = await tx
    .insert(questions)
    .values(drafts.map(() => ({ branchId, isPrivate, state, createdBy, createdAt: now })))
    .returning({ id: questions.id });
  const ids = made.map(({ id }) => id).sort((a, b) => a - b);
  const versions: { questionId: number; number: number; content: QuestionContent }[] = [];
  for (const [at, draft] of drafts.entries()) {
    const questionId = ids[at] as number;
    const { key, explanation, tags, title, source } = draft;
    const body = withMedia(draft.body, await storeMedia(tx, questionId, draft, { createdBy, now }));
    const about = { category: draft.category || to.category, difficulty: draft.difficulty ?? USUAL_DIFFICULTY, tags, title, source };
    versions.push({ questionId, number: 1, content: { body, key, explanation, ...about, materialId: null, passage: "" } });
  }
  await writeVersions(tx, versions, { createdBy, now });
  return ids;
}
