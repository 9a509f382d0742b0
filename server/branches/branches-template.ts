import { z } from "zod";
import { can } from "#domain/access.ts";
import { fileReply, xlsxReply } from "#server/file-reply.ts";
import { fileLanguage, fileWordsOf } from "#server/people/people-file.ts";
import { query } from "#server/verb.ts";

/** An empty list of branches with the columns that an import understands. */
export const branchesTemplate = query({
  at: "GET /api/desk/branches/template",
  input: z.strictObject({ language: fileLanguage }),
  output: fileReply,
  door: "desk",
  may: can.seePeople,
  async run(_db, { language }) {
    const { branchSheet, branchCode, branchName, parentCode, kind } = fileWordsOf(language);
    return xlsxReply(branchSheet, [branchCode, branchName, parentCode, kind], []);
  },
});
