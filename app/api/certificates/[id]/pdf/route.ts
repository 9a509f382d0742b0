import { download } from "#app/_http/download.ts";
import { getCertificatePdf } from "#server/certificates/get-certificate-pdf.ts";

export const GET = download(getCertificatePdf);
