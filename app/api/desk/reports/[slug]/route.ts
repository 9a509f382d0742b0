import { endpoint } from "#app/_http/endpoint.ts";
import { getBranchReport } from "#server/completion/get-branch-report.ts";

export const GET = endpoint(getBranchReport);
