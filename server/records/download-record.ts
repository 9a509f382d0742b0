import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { isLocked } from "#domain/meetings/state.ts";
import type { BookFrame, SheetPart } from "#domain/printing/sheets.ts";
import { dayIn, filled } from "#domain/records/record-words.ts";
import { Refusal } from "#domain/refusal.ts";
import { fileReply } from "#server/file-reply.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { printInThread } from "#server/printing/print-in-thread.ts";
import { takePress } from "#server/printing/take-press.ts";
import { query } from "#server/verb.ts";
import { recordSheet } from "./record-sheet.ts";
import { languageSchema, recordMessages } from "./words-of.ts";

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

async function printOne(format: "docx" | "pdf", part: SheetPart, frame: BookFrame): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "zhixing-record-"));
  try {
    const { files } = await printInThread({ folder, editions: [format], parts: [part], frameOf: () => frame });
    return await readFile(files[0]?.path ?? "");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A record as a Word file in official style, or as a PDF. Waits its turn when several print already. */
export const downloadRecord = query({
  at: "GET /api/meetings/:id/record/file",
  input: z.strictObject({ id: idSchema, format: z.enum(["docx", "pdf"]).default("docx"), language: languageSchema }),
  output: fileReply,
  door: "play",
  may: can.beSignedIn,
  async run(db, { id, format, language }, { viewer, now }) {
    const meeting = await findMeeting(db, id, viewer);
    if (!meeting || !can.readRecord(viewer, meeting)) throw new Refusal("not-found");
    const showsPeople = can.seeInsideMeeting(viewer, meeting);
    const part = await recordSheet(db, id, { now, language, isLocked: isLocked(meeting, now), showsPeople });
    if (!part) throw new Refusal("not-found");
    const frame = { title: part.title, language, cover: null, contentsTitle: "" };
    const bytes = await takePress(() => printOne(format, part, frame));
    const name = filled(recordMessages(language).sheet.fileName, { title: meeting.title, day: dayIn(language, meeting.startsAt) });
    return { fileName: `${name}.${format}`, contentType: TYPES[format], bytes };
  },
});
