import { endpoint } from "#app/_http/endpoint.ts";
import { verifyCertificate } from "#server/certificates/verify-certificate.ts";

export const GET = endpoint(verifyCertificate);
