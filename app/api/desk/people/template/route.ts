import { download } from "#app/_http/download.ts";
import { peopleTemplate } from "#server/people/people-template.ts";

export const GET = download(peopleTemplate);
