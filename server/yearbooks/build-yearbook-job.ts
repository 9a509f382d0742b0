import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { type Db, database } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { branches, people } from "#db/schema/people.ts";
import { yearbooks } from "#db/schema/records.ts";
import { reflections } from "#db/schema/reflections.ts";
import { type BookFrame, EDITIONS, type SheetPart } from "#domain/printing/sheets.ts";
import { dayIn, filled } from "#domain/records/record-words.ts";
import { noteProgress } from "#server/jobs/note-progress.ts";
import { printInThread } from "#server/printing/print-in-thread.ts";
import { recordSheet } from "#server/records/record-sheet.ts";
import { languageSchema, type RecordLanguage, recordMessages } from "#server/records/words-of.ts";
import { storeEditions } from "./store-editions.ts";
import { type Candidate, candidatesOf, chosenParts } from "./yearbook-parts-of.ts";

const payloadSchema = z.object({ yearbookId: z.number(), language: languageSchema });
/** Reading the parts is the first third of the work. */
const READING = 34;
const PRINTING = 62;

async function findWork(db: Db, yearbookId: number) {
  const { id, groupId, branchId, year, title, preface } = yearbooks;
  const [book] = await db
    .select({ id, groupId, branchId, year, title, preface, group: groups.name, branch: branches.name })
    .from(yearbooks)
    .innerJoin(branches, eq(branches.id, yearbooks.branchId))
    .leftJoin(groups, eq(groups.id, groupId))
    .where(eq(id, yearbookId));
  if (!book) throw new Error(`there is no yearbook ${yearbookId}`);
  return book;
}
type Work = Awaited<ReturnType<typeof findWork>>;

async function pieceSheet(db: Db, reflectionId: number, language: RecordLanguage): Promise<SheetPart | undefined> {
  const [piece] = await db
    .select({ title: reflections.title, body: reflections.body, at: reflections.handedInAt, author: people.name, branch: branches.name })
    .from(reflections)
    .innerJoin(people, eq(people.id, reflections.personId))
    .innerJoin(branches, eq(branches.id, reflections.branchId))
    .where(eq(reflections.id, reflectionId));
  if (!piece) return undefined;
  const byline = [piece.author, piece.branch, piece.at ? dayIn(language, piece.at) : ""].filter(Boolean).join("　");
  const paragraphs = piece.body.split(/\n+/).filter((line) => line.trim() !== "");
  return {
    title: filled(recordMessages(language).book.piece, { title: piece.title, author: piece.author }),
    blocks: [
      { kind: "title", text: piece.title },
      { kind: "byline", text: byline },
      ...paragraphs.map((text) => ({ kind: "text" as const, text })),
    ],
  };
}

/** The parts one by one, each read when it is its turn. */
async function* partsOf(db: Db, work: Work, chosen: readonly Candidate[], how: { now: Date; language: RecordLanguage }) {
  if (work.preface.trim() !== "") {
    const title = recordMessages(how.language).book.preface;
    const paragraphs = work.preface.split(/\n+/).map((text) => ({ kind: "text" as const, text }));
    yield { title, blocks: [{ kind: "title" as const, text: title }, ...paragraphs] } satisfies SheetPart;
  }
  for (const { key } of chosen) {
    const id = Number(key.slice(1));
    // A branch reads what it may read of each record: without who was there.
    const ofRecord = { ...how, isLocked: true, showsPeople: work.groupId !== null };
    const part = key.startsWith("m") ? await recordSheet(db, id, ofRecord) : await pieceSheet(db, id, how.language);
    if (part) yield part;
  }
}

function frameOf(work: Work, language: RecordLanguage, records: number, { characters }: { characters: number }): BookFrame {
  const words = recordMessages(language).book;
  const lines = [
    filled(words.counts, { records, characters: characters.toLocaleString(language) }),
    ...(work.group === null ? [] : [work.branch]),
    filled(words.year, { year: work.year }),
  ];
  return {
    title: work.title,
    language,
    cover: { title: work.title, subtitle: work.group ?? work.branch, lines },
    contentsTitle: words.contents,
  };
}

/** Makes a book: reads its parts one by one, prints them in a thread, keeps three editions. Done again, the newer editions take the place. */
export async function buildYearbookJob(
  payload: Record<string, unknown>,
  now: Date,
  job: Readonly<{ id: number; createdBy: number | null }>,
) {
  const { yearbookId, language } = payloadSchema.parse(payload);
  const db = database("desk");
  const work = await findWork(db, yearbookId);
  const chosen = await chosenParts(db, yearbookId, await candidatesOf(db, work, work.year));
  if (chosen.length === 0) throw new Error(`yearbook ${yearbookId} has nothing in it`);
  const folder = await mkdtemp(join(tmpdir(), "zhixing-yearbook-"));
  const note = (percent: number) => noteProgress(db, job.id, percent, {});
  async function* counted() {
    let read = 0;
    for await (const part of partsOf(db, work, chosen, { now, language })) {
      yield part;
      read += 1;
      await note((READING * read) / (chosen.length + 1));
    }
  }
  try {
    const records = chosen.filter(({ key }) => key.startsWith("m")).length;
    const printed = await printInThread({
      folder,
      editions: EDITIONS,
      parts: counted(),
      frameOf: (told) => frameOf(work, language, records, told),
      progressed: (done, total) => note(READING + (PRINTING * done) / total),
    });
    await storeEditions(db, { yearbookId, title: work.title, printed, createdBy: job.createdBy, now });
    return { parts: chosen.length, characters: printed.characters, pages: printed.pages, peakMb: printed.peakMb };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
