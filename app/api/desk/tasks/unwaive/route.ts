import { endpoint } from "#app/_http/endpoint.ts";
import { unwaiveTasks } from "#server/tasks/unwaive-tasks.ts";

export const POST = endpoint(unwaiveTasks);
