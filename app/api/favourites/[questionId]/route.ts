import { endpoint } from "#app/_http/endpoint.ts";
import { keepFavourite } from "#server/practices/keep-favourite.ts";

export const POST = endpoint(keepFavourite);
