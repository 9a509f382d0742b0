import { download } from "#app/_http/download.ts";
import { getCertificatesFile } from "#server/certificates/get-certificates-file.ts";

export const GET = download(getCertificatesFile);
