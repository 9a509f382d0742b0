import { endpoint } from "#app/_http/endpoint.ts";
import { previewContest } from "#server/contests/preview-contest.ts";

export const GET = endpoint(previewContest);
