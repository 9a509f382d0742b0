import { endpoint } from "#app/_http/endpoint.ts";
import { cancelTasks } from "#server/tasks/cancel-tasks.ts";

export const POST = endpoint(cancelTasks);
