import { download } from "#app/_http/download.ts";
import { getCertificatePng } from "#server/certificates/get-certificate-png.ts";

export const GET = download(getCertificatePng);
