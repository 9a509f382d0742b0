import { endpoint } from "#app/_http/endpoint.ts";
import { waiveTasks } from "#server/tasks/waive-tasks.ts";

export const POST = endpoint(waiveTasks);
