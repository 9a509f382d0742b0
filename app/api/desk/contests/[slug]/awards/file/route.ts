import { download } from "#app/_http/download.ts";
import { getAwardCertificatesFile } from "#server/awards/get-award-certificates-file.ts";

export const GET = download(getAwardCertificatesFile);
