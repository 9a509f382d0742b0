import { z } from "zod";
import { markInFormat } from "#domain/attempts/judged.ts";
import { formatSchema, hasTries, isWholeOnly, judgedFormatOf } from "#domain/contests/format.ts";
import { markOf } from "#domain/questions/mark.ts";
import { MULTIPLE_MODES, questionBodySchema, questionKeySchema, responseSchema } from "#domain/questions/question.ts";
import { type LedgerLine, type Marking, type RulingDone, replayLedger } from "#domain/rulings/replay-ledger.ts";
import { RULING_KINDS, type RuledSlot } from "#domain/rulings/ruled-slots.ts";
import { placeOfTries, type Tried } from "#domain/rulings/tried.ts";
import { byAttempt } from "./by-attempt.ts";
import { type Damage, filesNamed, linesOf, type Pack, rowsOf } from "./open-pack.ts";

const contestSchema = z.object({ rules: z.object({ format: formatSchema.optional(), multipleMode: z.enum(MULTIPLE_MODES) }) });
const questionSchema = z.object({ version_id: z.number(), body: questionBodySchema, key: questionKeySchema.nullable() });
const rulingSchema = z.object({
  ...{ id: z.number(), kind: z.enum(RULING_KINDS), version_id: z.number(), takes_back: z.number().nullable() },
  change: questionKeySchema.nullable(),
});
const paperSchema = z.object({
  ...{ attempt_id: z.number(), version_ids: z.array(z.number()), worths: z.array(z.number()), started_at: z.string() },
});
const trySchema = z.object({
  ...{ attempt_id: z.number(), slot: z.number(), number: z.number(), version_id: z.number(), received_at: z.string() },
  ...{ response: responseSchema.nullable(), milli: z.number(), is_right: z.boolean() },
});
const answerSchema = z.object({
  ...{ attempt_id: z.number(), slot: z.number(), seq: z.number(), received_at: z.string(), milli: z.number(), is_right: z.boolean() },
});
const entrySchema = z.object({
  ...{ attempt_id: z.number(), slot: z.number(), ruling_id: z.number().nullable(), milli_after: z.number(), right_after: z.boolean() },
  worth_after: z.number().nullable(),
});

type Paper = z.output<typeof paperSchema>;
type Try = z.output<typeof trySchema>;
type Question = z.output<typeof questionSchema>;
type Known = Readonly<{ marking: Marking; questions: ReadonlyMap<number, Question>; rulings: ReadonlyMap<number, RulingDone> }>;

async function allOf<T>(rows: AsyncGenerator<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** How the contest marks; null when its answers are not judged at once. */
async function markingOf(pack: Pack): Promise<Marking | null> {
  let text = "";
  for (const file of filesNamed(pack, "contest.json")) for await (const line of linesOf(pack, file)) text += line;
  if (text === "") return null;
  const { rules } = contestSchema.parse(JSON.parse(text));
  const format = judgedFormatOf({ format: rules.format });
  return format && { multipleMode: rules.multipleMode, judged: format.kind };
}

async function readKnown(pack: Pack, folder: string, marking: Marking): Promise<Known> {
  const questions = new Map((await allOf(rowsOf(pack, `${folder}questions.jsonl`, questionSchema))).map((row) => [row.version_id, row]));
  const rulings = (await allOf(rowsOf(pack, "rulings.jsonl", rulingSchema))).flatMap(({ id, kind, version_id, takes_back, change }) => {
    const body = questions.get(version_id)?.body;
    const done = { id, kind, versionId: version_id, key: change, takesBack: takes_back };
    return body ? [[id, { ...done, body }] as const] : [];
  });
  return { marking, questions, rulings: new Map(rulings) };
}

/** A try by the key of its question, whatever was told of it. */
function marked({ number, response, slot }: Try, { version_ids, worths }: Paper, { marking, questions }: Known): Tried {
  const question = questions.get(version_ids[slot] ?? 0);
  const asked = question?.key ? { body: question.body, key: question.key } : null;
  const of = { response, worth: worths[slot] ?? 0, mode: marking.multipleMode };
  const mark = asked ? markOf({ ...asked, ...of }) : { milli: 0, right: false };
  return { number, response, ...markInFormat(mark, isWholeOnly(marking.judged)) };
}

/** The places of a paper as its tries make them: the best of several, or the one there is. What was never shown is no place. */
function placesOf(paper: Paper, tries: readonly (Tried & { slot: number })[], { marking }: Known): RuledSlot[] {
  const places = paper.version_ids.map((versionId, slot) => {
    const own = tries.filter((one) => one.slot === slot).map(({ slot: _slot, ...one }) => one);
    return placeOfTries(versionId, paper.worths[slot] ?? 0, own);
  });
  if (hasTries(marking.judged)) return places;
  return places.filter(({ tries: own }) => own?.length).map(({ tries: _tries, stands: _stands, ...one }) => one);
}

function ledgerOf(entries: readonly z.output<typeof entrySchema>[], { rulings }: Known): LedgerLine[] {
  return entries.map(({ slot, ruling_id, milli_after, right_after, worth_after }) => ({
    ...{ slot, milliAfter: milli_after, rightAfter: right_after, worthAfter: worth_after },
    ruling: ruling_id === null ? null : (rulings.get(ruling_id) ?? null),
  }));
}

type Sat = Readonly<{ tries: readonly Try[]; answers: readonly z.output<typeof answerSchema>[]; lines: readonly LedgerLine[] }>;

/** What of a paper does not follow: a verdict from the key, or an answer from the tries and what was ruled since. */
function recheckPaper(paper: Paper, { tries, answers, lines }: Sat, known: Known, folder: string): Damage[] {
  const id = paper.attempt_id;
  const fresh = tries.map((one) => ({ ...marked(one, paper, known), slot: one.slot }));
  const told = tries.flatMap(({ slot, number, version_id, milli, is_right }, at) => {
    const fits = fresh[at]?.milli === milli && fresh[at]?.right === is_right && paper.version_ids[slot] === version_id;
    return fits ? [] : [{ name: `${folder}tries.jsonl`, why: `attempt ${id}, question ${slot + 1}, try ${number}: verdict` }];
  });
  const { slots } = replayLedger(placesOf(paper, fresh, known), lines, known.marking);
  const stood = slots.flatMap(({ milli, right, stands }, slot) => {
    const answer = answers.find((one) => one.slot === slot);
    const at = tries.find((one) => one.slot === slot && one.number === stands)?.received_at ?? paper.started_at;
    const isMark = (answer?.milli ?? 0) === milli && (answer?.is_right ?? false) === right;
    const isTime = stands === undefined || (answer ? answer.seq === stands && answer.received_at === at : stands === 0);
    return isMark && isTime
      ? []
      : [{ name: `${folder}answers.jsonl`, why: `attempt ${id}, question ${slot + 1}: not what its tries give` }];
  });
  return [...told, ...stood];
}

/**
 * Where answers are judged at once: whether every verdict follows from the key, and what stands for each question from its tries and from what
 * was ruled on since. A paper at a time, so that a pack of a hundred thousand needs no more memory than one of ten.
 */
export async function recheckTries(pack: Pack, folder: string): Promise<Damage[]> {
  const marking = filesNamed(pack, `${folder}tries.jsonl`).length > 0 ? await markingOf(pack) : null;
  if (!marking) return [];
  const known = await readKnown(pack, folder, marking);
  const tries = await byAttempt(pack, `${folder}tries.jsonl`, trySchema);
  const answers = await byAttempt(pack, `${folder}answers.jsonl`, answerSchema);
  const entries = await byAttempt(pack, `${folder}mark-entries.jsonl`, entrySchema);
  const found: Damage[] = [];
  for await (const paper of rowsOf(pack, `${folder}papers.jsonl`, paperSchema)) {
    const id = paper.attempt_id;
    const own = await entries(id);
    const isUnruled = own.some(({ ruling_id }) => ruling_id !== null && !known.rulings.has(ruling_id));
    if (isUnruled) found.push({ name: "rulings.jsonl", why: `attempt ${id}: a ruling is not there` });
    const sat = { tries: await tries(id), answers: await answers(id), lines: ledgerOf(own, known) };
    found.push(...recheckPaper(paper, sat, known, folder));
  }
  return found;
}
