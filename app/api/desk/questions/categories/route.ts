import { endpoint } from "#app/_http/endpoint.ts";
import { listCategories } from "#server/questions/list-categories.ts";

export const GET = endpoint(listCategories);
