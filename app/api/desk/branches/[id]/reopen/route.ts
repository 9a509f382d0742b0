import { endpoint } from "#app/_http/endpoint.ts";
import { reopenBranch } from "#server/branches/reopen-branch.ts";

export const POST = endpoint(reopenBranch);
