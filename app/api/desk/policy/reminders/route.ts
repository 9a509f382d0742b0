import { endpoint } from "#app/_http/endpoint.ts";
import { getReminderPolicy } from "#server/notices/get-reminder-policy.ts";
import { setReminderPolicy } from "#server/notices/set-reminder-policy.ts";

export const GET = endpoint(getReminderPolicy);
export const POST = endpoint(setReminderPolicy);
