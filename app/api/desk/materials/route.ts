import { endpoint } from "#app/_http/endpoint.ts";
import { createMaterial } from "#server/materials/create-material.ts";
import { listMaterialsDesk } from "#server/materials/list-materials-desk.ts";

export const GET = endpoint(listMaterialsDesk);
export const POST = endpoint(createMaterial);
