import { endpoint } from "#app/_http/endpoint.ts";
import { reviewQuestion } from "#server/questions/review-question.ts";

export const POST = endpoint(reviewQuestion);
