import { endpoint } from "#app/_http/endpoint.ts";
import { listTaskProgrammes } from "#server/tasks/list-task-programmes.ts";

export const GET = endpoint(listTaskProgrammes);
