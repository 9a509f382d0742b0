import { z } from "zod";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { isMailSet } from "./mail.ts";
import { findReminderRules } from "./reminder-rules.ts";
import { isWebhookSet } from "./webhook.ts";

/** When people are left alone, what the house does by itself, and through what it speaks beside the app. */
export const getReminderPolicy = query({
  at: "GET /api/desk/policy/reminders",
  input: z.strictObject({}),
  output: z.object({
    quietHours: z.object({ from: z.string(), to: z.string() }),
    autoReminders: z.boolean(),
    remindBeforeDays: z.number(),
    mailWorks: z.boolean(),
    webhookWorks: z.boolean(),
  }),
  door: "desk",
  may: can.setPolicy,
  async run(db) {
    const { quietHours, autoReminders, remindBeforeDays } = await findReminderRules(db);
    return { quietHours, autoReminders, remindBeforeDays, mailWorks: isMailSet(), webhookWorks: isWebhookSet() };
  },
});
