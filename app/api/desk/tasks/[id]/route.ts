import { endpoint } from "#app/_http/endpoint.ts";
import { editTask } from "#server/tasks/edit-task.ts";
import { getTask } from "#server/tasks/get-task.ts";

export const GET = endpoint(getTask);
export const POST = endpoint(editTask);
