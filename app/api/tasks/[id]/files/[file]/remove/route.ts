import { endpoint } from "#app/_http/endpoint.ts";
import { removeTaskFile } from "#server/tasks/remove-task-file.ts";

export const POST = endpoint(removeTaskFile);
