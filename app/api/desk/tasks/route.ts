import { endpoint } from "#app/_http/endpoint.ts";
import { assignTasks } from "#server/tasks/assign-tasks.ts";
import { listTasks } from "#server/tasks/list-tasks.ts";

export const GET = endpoint(listTasks);
export const POST = endpoint(assignTasks);
