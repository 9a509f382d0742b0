import { download } from "#app/_http/download.ts";
import { branchesTemplate } from "#server/branches/branches-template.ts";

export const GET = download(branchesTemplate);
