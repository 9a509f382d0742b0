import { download } from "#app/_http/download.ts";
import { exportQuestions } from "#server/questions/export-questions.ts";

export const GET = download(exportQuestions);
