import { endpoint } from "#app/_http/endpoint.ts";
import { listMyTasks } from "#server/tasks/list-my-tasks.ts";

export const GET = endpoint(listMyTasks);
