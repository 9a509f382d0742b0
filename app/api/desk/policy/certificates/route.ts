import { endpoint } from "#app/_http/endpoint.ts";
import { getCertificatePolicy } from "#server/certificates/get-certificate-policy.ts";
import { setCertificatePolicy } from "#server/certificates/set-certificate-policy.ts";

export const GET = endpoint(getCertificatePolicy);
export const POST = endpoint(setCertificatePolicy);
