import { endpoint } from "#app/_http/endpoint.ts";
import { readOldWording } from "#server/annotations/read-old-wording.ts";

export const GET = endpoint(readOldWording);
