import { endpoint } from "#app/_http/endpoint.ts";
import { readNotice } from "#server/notices/read-notice.ts";

export const POST = endpoint(readNotice);
