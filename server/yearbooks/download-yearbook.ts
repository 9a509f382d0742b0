import { z } from "zod";
import { can } from "#domain/access.ts";
import { EDITIONS } from "#domain/printing/sheets.ts";
import { Refusal } from "#domain/refusal.ts";
import { fileReply } from "#server/file-reply.ts";
import { readParts } from "#server/files/read-parts.ts";
import { query } from "#server/verb.ts";
import { bookAddress, editionsOf, findBook, findBookGroup } from "./find-yearbook.ts";

/** An edition of a group's book of a year, for who may see the group. */
export const downloadYearbook = query({
  at: "GET /api/yearbooks/:group/:year/:edition",
  input: z.strictObject({ ...bookAddress, edition: z.enum(EDITIONS) }),
  output: fileReply,
  door: "play",
  may: can.beSignedIn,
  async run(db, { group: slug, year, edition }, { viewer }) {
    const group = await findBookGroup(db, slug, viewer);
    const book = await findBook(db, group.id, year);
    const file = book && (await editionsOf(db, book.id)).find((one) => one.edition === edition);
    if (!file) throw new Refusal("not-found");
    return { fileName: file.name, contentType: file.contentType, bytes: await readParts(db, file.id, 0, file.size - 1) };
  },
});
