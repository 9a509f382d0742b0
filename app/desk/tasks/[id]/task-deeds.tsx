import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { TaskState } from "#domain/tasks/state.ts";
import { buttonClass } from "#ui/button.tsx";
import { AreaField, TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

type Task = Readonly<{ id: number; state: TaskState; programme: object | null; person: object | null; mayWaive: boolean }>;
type Props = { task: Task; errorAt: (field: string) => string | undefined };
type Deed = "remind" | "waive" | "unwaive" | "cancel";

const WAYS: Readonly<Record<Deed, { action: string; done: string }>> = {
  remind: { action: "/api/desk/reminders", done: "reminded" },
  waive: { action: "/api/desk/tasks/waive", done: "waived" },
  unwaive: { action: "/api/desk/tasks/unwaive", done: "unwaived" },
  cancel: { action: "/api/desk/tasks/cancel", done: "cancelled" },
};

function deedsOf({ state, programme, mayWaive }: Task): Deed[] {
  if (state === "waived") return mayWaive ? ["unwaive"] : [];
  if (state !== "open" && state !== "overdue") return [];
  return ["remind", ...(mayWaive ? (["waive"] as const) : []), ...(programme === null ? (["cancel"] as const) : [])];
}

/** What may be done about a task as it stands: remind, excuse, take back; or hand back what was reported. */
export async function TaskDeeds({ task, errorAt }: Props): Promise<ReactNode> {
  const t = await getTranslations("taskDesk");
  const deeds = deedsOf(task);
  const isReported = (task.state === "done" || task.state === "done_late") && (task.programme === null || task.person === null);
  if (isReported)
    return (
      <Section title={t("returnTitle")}>
        <form method="post" action={`/api/desk/tasks/${task.id}/return`} className="grid gap-4">
          <input type="hidden" name="next" value={`/desk/tasks/${task.id}?done=returned`} />
          <AreaField label={t("returnNote")} hint={t("returnHint")} name="note" rows={2} required maxLength={500} error={errorAt("note")} />
          <SubmitButton look="secondary" className="justify-self-start">
            {t("returnIt")}
          </SubmitButton>
        </form>
      </Section>
    );
  if (deeds.length === 0) return null;
  return (
    <Section title={t("deedsTitle")}>
      <form method="post" action="/api/desk/reminders" className="grid gap-4">
        <input type="hidden" name="taskIds" value={task.id} />
        <TextField label={t("reason")} hint={t("reasonHint")} name="reason" maxLength={500} error={errorAt("reason")} />
        <div className="flex flex-wrap gap-3">
          {deeds.map((deed) => (
            <button
              key={deed}
              type="submit"
              formAction={WAYS[deed].action}
              name="next"
              value={`/desk/tasks/${task.id}?done=${WAYS[deed].done}`}
              className={buttonClass({ look: deed === "cancel" ? "danger" : "secondary" })}
            >
              {t(`deeds.${deed}`)}
            </button>
          ))}
        </div>
      </form>
    </Section>
  );
}
