import { endpoint } from "#app/_http/endpoint.ts";
import { removeCard } from "#server/reviews/remove-card.ts";

export const POST = endpoint(removeCard);
