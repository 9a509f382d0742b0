import { endpoint } from "#app/_http/endpoint.ts";
import { previewMaterial } from "#server/materials/preview-material.ts";

export const POST = endpoint(previewMaterial);
