import { endpoint } from "#app/_http/endpoint.ts";
import { makeReviewSet } from "#server/statistics/make-review-set.ts";

export const POST = endpoint(makeReviewSet);
