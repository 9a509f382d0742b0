import { endpoint } from "#app/_http/endpoint.ts";
import { returnTask } from "#server/tasks/return-task.ts";

export const POST = endpoint(returnTask);
