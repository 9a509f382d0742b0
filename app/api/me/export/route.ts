import { endpoint } from "#app/_http/endpoint.ts";
import { exportMyData } from "#server/people/export-my-data.ts";

export const GET = endpoint(exportMyData);
