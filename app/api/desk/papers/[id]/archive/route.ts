import { endpoint } from "#app/_http/endpoint.ts";
import { archivePaper } from "#server/papers/archive-paper.ts";

export const POST = endpoint(archivePaper);
