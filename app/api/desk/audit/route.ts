import { endpoint } from "#app/_http/endpoint.ts";
import { listAudit } from "#server/audit/list-audit.ts";

export const GET = endpoint(listAudit);
