import { endpoint } from "#app/_http/endpoint.ts";
import { saveReviewSettings } from "#server/reviews/save-review-settings.ts";

export const POST = endpoint(saveReviewSettings);
