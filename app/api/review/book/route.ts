import { endpoint } from "#app/_http/endpoint.ts";
import { listBook } from "#server/reviews/list-book.ts";

export const GET = endpoint(listBook);
