import { endpoint } from "#app/_http/endpoint.ts";
import { listMaterials } from "#server/materials/list-materials.ts";

export const GET = endpoint(listMaterials);
