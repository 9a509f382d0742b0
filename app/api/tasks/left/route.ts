import { endpoint } from "#app/_http/endpoint.ts";
import { countMyTasks } from "#server/tasks/count-my-tasks.ts";

export const GET = endpoint(countMyTasks);
