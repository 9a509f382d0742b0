import { download } from "#app/_http/download.ts";
import { exportPeople } from "#server/people/export-people.ts";

export const GET = download(exportPeople);
