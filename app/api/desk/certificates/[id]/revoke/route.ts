import { endpoint } from "#app/_http/endpoint.ts";
import { revokeCertificate } from "#server/certificates/revoke-certificate.ts";

export const POST = endpoint(revokeCertificate);
