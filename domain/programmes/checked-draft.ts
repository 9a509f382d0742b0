import { checkDraft } from "./check-draft.ts";
import { programmeDraftSchema } from "./draft.ts";

/** A draft that may be saved: every problem that stops it is told at its field, all at once. */
export const checkedDraftSchema = programmeDraftSchema.superRefine((draft, context) => {
  for (const { path, code, level } of checkDraft(draft)) {
    if (level !== "stops") continue;
    const steps = path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    context.addIssue({ code: "custom", path: steps, message: code });
  }
});
