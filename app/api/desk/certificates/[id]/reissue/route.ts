import { endpoint } from "#app/_http/endpoint.ts";
import { reissueCertificate } from "#server/certificates/reissue-certificate.ts";

export const POST = endpoint(reissueCertificate);
