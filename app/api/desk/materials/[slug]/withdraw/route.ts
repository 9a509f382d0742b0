import { endpoint } from "#app/_http/endpoint.ts";
import { withdrawMaterial } from "#server/materials/withdraw-material.ts";

export const POST = endpoint(withdrawMaterial);
