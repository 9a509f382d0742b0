import { CircleCheck, CircleDashed } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { listBranches } from "#server/branches/list-branches.ts";
import { Badge } from "#ui/badge.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import type { ProgrammeDeskPage } from "./page.tsx";

type Props = {
  programme: ProgrammeDeskPage;
  points: ProgrammeDeskPage["openPoints"];
  errorAt: (field: string) => string | undefined;
};

/** What was found and is not finished, each with the way to close it, and the way to write down another. */
export async function PointList({ programme, points, errorAt }: Props): Promise<ReactNode> {
  const [t, { branches }] = await Promise.all([getTranslations("programmeDesk"), ask(listBranches)]);
  const { slug, draft } = programme;
  const path = `/desk/programmes/${slug}`;
  return (
    <div className="grid gap-4">
      {points.length === 0 && <p className="text-muted">{t("noPoints")}</p>}
      <ul className="grid gap-3">
        {points.map((point) => (
          <li key={point.id} className="grid gap-2 rounded-md border border-line bg-raised p-4">
            <div className="flex flex-wrap items-start justify-between gap-2">
              <p className="min-w-0 flex-1 whitespace-pre-line font-medium">{point.body}</p>
              <Badge tone={point.closedAt ? "pine" : "amber"} icon={point.closedAt ? CircleCheck : CircleDashed}>
                {t(point.closedAt ? "pointClosed" : "pointOpen")}
              </Badge>
            </div>
            {point.measure && <p className="whitespace-pre-line text-muted">{t("measure", { measure: point.measure })}</p>}
            {point.closedAt && <p className="whitespace-pre-line text-muted">{point.closingNote}</p>}
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="flex flex-wrap gap-x-4 text-muted text-sm">
                <span>{point.branchName}</span>
                {point.owner && <span>{t("pointOwner", { name: point.owner })}</span>}
                {point.dueAt && <span>{t.rich("dueOn", { at: () => <TimeText at={point.dueAt as Date} form="day" /> })}</span>}
                {point.carriedFrom && <span>{t("carriedFrom", { title: point.carriedFrom })}</span>}
              </p>
              {!point.closedAt && (
                <ConfirmForm
                  action={`/api/desk/points/${point.id}/close`}
                  fields={{ next: `${path}?done=pointClosed` }}
                  trigger={t("closePoint")}
                  compact
                  title={t("closePoint")}
                  lead={point.body}
                  confirm={t("closePoint")}
                >
                  <AreaField label={t("fields.note")} name="note" required maxLength={1_000} rows={3} />
                </ConfirmForm>
              )}
            </div>
          </li>
        ))}
      </ul>
      <details className="rounded-md border border-line" open={["branchId", "dueOn", "ownerNo"].some((field) => errorAt(field))}>
        <summary className="flex min-h-11 cursor-pointer items-center px-4 font-medium">{t("addPoint")}</summary>
        <div className="border-line border-t p-4">
          <Words names={["programmeDesk"]}>
            <SendForm
              action={`/api/desk/programmes/${slug}/points`}
              next={`${path}?done=pointAdded`}
              submit={t("addPoint")}
              look="secondary"
            >
              <AreaField label={t("fields.point")} name="body" required maxLength={1_000} rows={3} />
              <AreaField label={t("fields.measure")} name="measure" optional maxLength={1_000} rows={2} />
              <div className="grid items-start gap-4 sm:grid-cols-2">
                <SelectField label={t("fields.pointBranch")} error={errorAt("branchId")} name="branchId" defaultValue={draft.branchId}>
                  <BranchOptions branches={branches} present={draft.branchId} />
                </SelectField>
                <TextField label={t("fields.dueOn")} name="dueOn" type="date" optional error={errorAt("dueOn")} />
                <TextField
                  label={t("fields.pointOwner")}
                  hint={t("pointOwnerHint")}
                  name="ownerNo"
                  maxLength={40}
                  autoComplete="off"
                  optional
                  error={errorAt("ownerNo")}
                />
              </div>
            </SendForm>
          </Words>
        </div>
      </details>
    </div>
  );
}
