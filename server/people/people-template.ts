import { z } from "zod";
import { can } from "#domain/access.ts";
import { fileReply, xlsxReply } from "#server/file-reply.ts";
import { query } from "#server/verb.ts";
import { fileLanguage, fileWordsOf } from "./people-file.ts";

/** An empty roster with the columns that an import understands. */
export const peopleTemplate = query({
  at: "GET /api/desk/people/template",
  input: z.strictObject({ language: fileLanguage }),
  output: fileReply,
  door: "desk",
  may: can.seePeople,
  async run(_db, { language }) {
    const { rosterSheet, staffNo, name, branchCode, tags, account } = fileWordsOf(language);
    return xlsxReply(rosterSheet, [staffNo, name, branchCode, tags, account], []);
  },
});
