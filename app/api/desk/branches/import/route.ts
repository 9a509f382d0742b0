import { endpoint } from "#app/_http/endpoint.ts";
import { importBranches } from "#server/branches/import-branches.ts";

export const POST = endpoint(importBranches);
