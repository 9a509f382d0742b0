import { endpoint } from "#app/_http/endpoint.ts";
import { listPapers } from "#server/papers/list-papers.ts";
import { makePaper } from "#server/papers/make-paper.ts";

export const GET = endpoint(listPapers);
export const POST = endpoint(makePaper);
