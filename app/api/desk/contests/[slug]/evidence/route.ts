import { endpoint } from "#app/_http/endpoint.ts";
import { listEvidence } from "#server/evidence/list-evidence.ts";
import { makeEvidence } from "#server/evidence/make-evidence.ts";

export const GET = endpoint(listEvidence);
export const POST = endpoint(makeEvidence);
