import { endpoint } from "#app/_http/endpoint.ts";
import { getJob } from "#server/jobs/get-job.ts";

export const GET = endpoint(getJob);
