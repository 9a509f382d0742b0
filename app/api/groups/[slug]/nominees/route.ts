import { endpoint } from "#app/_http/endpoint.ts";
import { nominateBook } from "#server/groups/nominate-book.ts";

export const POST = endpoint(nominateBook);
