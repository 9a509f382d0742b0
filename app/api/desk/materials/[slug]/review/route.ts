import { endpoint } from "#app/_http/endpoint.ts";
import { reviewMaterial } from "#server/materials/review-material.ts";

export const POST = endpoint(reviewMaterial);
