import { endpoint } from "#app/_http/endpoint.ts";
import { addBranch } from "#server/branches/add-branch.ts";
import { listBranches } from "#server/branches/list-branches.ts";

export const GET = endpoint(listBranches);
export const POST = endpoint(addBranch);
