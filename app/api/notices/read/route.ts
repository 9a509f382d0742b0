import { endpoint } from "#app/_http/endpoint.ts";
import { readAllNotices } from "#server/notices/read-all-notices.ts";

export const POST = endpoint(readAllNotices);
