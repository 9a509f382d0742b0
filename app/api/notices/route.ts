import { endpoint } from "#app/_http/endpoint.ts";
import { listNotices } from "#server/notices/list-notices.ts";

export const GET = endpoint(listNotices);
