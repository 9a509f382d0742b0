import { endpoint } from "#app/_http/endpoint.ts";
import { editMaterial } from "#server/materials/edit-material.ts";

export const POST = endpoint(editMaterial);
