import { download } from "#app/_http/download.ts";
import { downloadRegister } from "#server/register/download-register.ts";

export const GET = download(downloadRegister);
