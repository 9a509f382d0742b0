import { z } from "zod";
import { can } from "#domain/access.ts";
import { EXAMPLE_QUESTIONS } from "#domain/questions/example-questions.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { fileReply } from "#server/file-reply.ts";
import { fileLanguage } from "#server/people/people-file.ts";
import { writeQuestionFile } from "#server/question-files/write-question-file.ts";
import { query } from "#server/verb.ts";
import { orNotFound } from "./or-not-found.ts";
import { fileNameOf } from "./written-questions.ts";

/** A workbook with every column an import understands, and an example of each kind to be written over. */
export const questionsTemplate = query({
  at: "GET /api/desk/questions/template",
  input: z.strictObject({ language: fileLanguage }),
  output: fileReply,
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(_db, { language }) {
    const { bytes } = await writeQuestionFile("sheet", EXAMPLE_QUESTIONS, { answers: true });
    const { templateName } = (language === "en" ? en : zh).questionImports;
    return { ...fileNameOf("sheet", language), fileName: `${templateName}.xlsx`, bytes };
  },
});
