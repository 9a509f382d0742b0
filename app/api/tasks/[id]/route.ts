import { endpoint } from "#app/_http/endpoint.ts";
import { getMyTask } from "#server/tasks/get-my-task.ts";

export const GET = endpoint(getMyTask);
