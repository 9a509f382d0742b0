import { endpoint } from "#app/_http/endpoint.ts";
import { issueCertificates } from "#server/certificates/issue-certificates.ts";

export const POST = endpoint(issueCertificates);
