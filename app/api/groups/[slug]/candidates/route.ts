import { endpoint } from "#app/_http/endpoint.ts";
import { findCandidates } from "#server/groups/find-candidates.ts";

export const GET = endpoint(findCandidates);
