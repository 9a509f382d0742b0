import { endpoint } from "#app/_http/endpoint.ts";
import { announce } from "#server/clarifications/announce.ts";
import { listClarificationsDesk } from "#server/clarifications/list-clarifications-desk.ts";

export const GET = endpoint(listClarificationsDesk);
export const POST = endpoint(announce);
