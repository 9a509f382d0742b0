import { endpoint } from "#app/_http/endpoint.ts";
import { sendReminders } from "#server/notices/send-reminders.ts";

export const POST = endpoint(sendReminders);
