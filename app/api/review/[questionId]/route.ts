import { endpoint } from "#app/_http/endpoint.ts";
import { answerReview } from "#server/reviews/answer-review.ts";

export const POST = endpoint(answerReview);
