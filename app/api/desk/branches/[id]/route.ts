import { endpoint } from "#app/_http/endpoint.ts";
import { editBranch } from "#server/branches/edit-branch.ts";

export const POST = endpoint(editBranch);
