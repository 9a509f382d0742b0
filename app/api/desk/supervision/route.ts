import { endpoint } from "#app/_http/endpoint.ts";
import { listSupervision } from "#server/tasks/list-supervision.ts";

export const GET = endpoint(listSupervision);
