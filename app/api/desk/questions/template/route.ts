import { download } from "#app/_http/download.ts";
import { questionsTemplate } from "#server/questions/questions-template.ts";

export const GET = download(questionsTemplate);
