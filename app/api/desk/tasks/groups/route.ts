import { endpoint } from "#app/_http/endpoint.ts";
import { listTaskGroups } from "#server/tasks/list-task-groups.ts";

export const GET = endpoint(listTaskGroups);
