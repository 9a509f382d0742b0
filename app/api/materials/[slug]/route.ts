import { endpoint } from "#app/_http/endpoint.ts";
import { readMaterial } from "#server/materials/read-material.ts";

export const GET = endpoint(readMaterial);
