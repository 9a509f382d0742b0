import { endpoint } from "#app/_http/endpoint.ts";
import { listMyCertificates } from "#server/certificates/list-my-certificates.ts";

export const GET = endpoint(listMyCertificates);
