import { endpoint } from "#app/_http/endpoint.ts";
import { proposeMaterial } from "#server/materials/propose-material.ts";

export const POST = endpoint(proposeMaterial);
