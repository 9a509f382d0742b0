import { endpoint } from "#app/_http/endpoint.ts";
import { addTaskFiles } from "#server/tasks/add-task-files.ts";

export const POST = endpoint(addTaskFiles);
