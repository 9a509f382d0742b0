import { endpoint } from "#app/_http/endpoint.ts";
import { reportTask } from "#server/tasks/report-task.ts";

export const POST = endpoint(reportTask);
