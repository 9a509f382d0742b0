import { endpoint } from "#app/_http/endpoint.ts";
import { closeBranch } from "#server/branches/close-branch.ts";

export const POST = endpoint(closeBranch);
