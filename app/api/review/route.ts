import { endpoint } from "#app/_http/endpoint.ts";
import { listReview } from "#server/reviews/list-review.ts";

export const GET = endpoint(listReview);
