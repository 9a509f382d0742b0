import { endpoint } from "#app/_http/endpoint.ts";
import { publishMaterial } from "#server/materials/publish-material.ts";

export const POST = endpoint(publishMaterial);
