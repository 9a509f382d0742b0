import { endpoint } from "#app/_http/endpoint.ts";
import { editPaper } from "#server/papers/edit-paper.ts";
import { getPaper } from "#server/papers/get-paper.ts";

export const GET = endpoint(getPaper);
export const POST = endpoint(editPaper);
