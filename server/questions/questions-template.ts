import { z } from "zod";
import { can } from "#domain/access.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { fileReply } from "#server/file-reply.ts";
import { fileLanguage } from "#server/people/people-file.ts";
import { sheetTemplate } from "#server/question-files/sheet-template.ts";
import { query } from "#server/verb.ts";
import { orNotFound } from "./or-not-found.ts";
import { fileNameOf } from "./written-questions.ts";

/** An empty sheet with every column an import understands, and behind it what each is for, with an example of each kind. */
export const questionsTemplate = query({
  at: "GET /api/desk/questions/template",
  input: z.strictObject({ language: fileLanguage }),
  output: fileReply,
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(_db, { language }) {
    const { templateName } = (language === "en" ? en : zh).questionImports;
    return { ...fileNameOf("sheet", language), fileName: `${templateName}.xlsx`, bytes: await sheetTemplate(language) };
  },
});
