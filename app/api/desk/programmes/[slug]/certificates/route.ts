import { endpoint } from "#app/_http/endpoint.ts";
import { issueCertificate } from "#server/certificates/issue-certificate.ts";
import { listCertificatesDesk } from "#server/certificates/list-certificates-desk.ts";

export const GET = endpoint(listCertificatesDesk);
export const POST = endpoint(issueCertificate);
