import { z } from "zod";
import { can } from "#domain/access.ts";
import { EDITIONS } from "#domain/printing/sheets.ts";
import { Refusal } from "#domain/refusal.ts";
import { fileReply } from "#server/file-reply.ts";
import { readParts } from "#server/files/read-parts.ts";
import { query } from "#server/verb.ts";
import { findOwner } from "./book-owner.ts";
import { bookAddress, editionsOf, findBook } from "./find-yearbook.ts";

/** An edition of the book of a group's or a branch's year, for who may see it. */
export const downloadYearbook = query({
  at: "GET /api/yearbooks/:group/:year/:edition",
  input: z.strictObject({ ...bookAddress, edition: z.enum(EDITIONS) }),
  output: fileReply,
  door: "play",
  may: can.beSignedIn,
  async run(db, { group: address, year, edition }, { viewer }) {
    const book = await findBook(db, await findOwner(db, address, viewer), year);
    const file = book && (await editionsOf(db, book.id)).find((one) => one.edition === edition);
    if (!file) throw new Refusal("not-found");
    return { fileName: file.name, contentType: file.contentType, bytes: await readParts(db, file.id, 0, file.size - 1) };
  },
});
