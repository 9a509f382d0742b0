import { endpoint } from "#app/_http/endpoint.ts";
import { submitMaterial } from "#server/materials/submit-material.ts";

export const POST = endpoint(submitMaterial);
