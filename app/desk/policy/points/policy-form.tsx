"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { z } from "zod";
import { SendForm } from "#app/desk/send-form.tsx";
import type { PointPolicy } from "#domain/points/policy.ts";
import { policyFields, policyOfFields } from "#domain/points/policy-fields.ts";
import { TextField } from "#ui/field.tsx";
import { PointRules } from "#ui/point-rules.tsx";
import { TickField } from "#ui/tick-field.tsx";
import { Caps, Rules, Stars, Year } from "./policy-parts.tsx";

type Props = { policy: PointPolicy; errors: Readonly<Record<string, string>> };
const fieldsSchema = z.object(policyFields);

/** The policy that stands in the form right now; null while some figure is none. */
function policyIn(form: HTMLFormElement): PointPolicy | null {
  const read = fieldsSchema.safeParse(Object.fromEntries(new FormData(form)));
  if (!read.success) return null;
  const said = policyOfFields(read.data);
  return "policy" in said ? said.policy : null;
}

/** The rules of points to be changed, with what they say in words while they are. */
export function PolicyForm({ policy, errors }: Props): ReactNode {
  const t = useTranslations("pointsDesk");
  const [shown, show] = useState<PointPolicy | null>(policy);
  const whole = useRef<HTMLDivElement>(null);
  const renew = () => {
    const form = whole.current?.querySelector("form");
    if (form) show(policyIn(form));
  };
  return (
    <div ref={whole} onInput={renew}>
      <SendForm action="/api/desk/points" next="/desk/policy/points?done=saved" submit={t("save")} className="grid gap-8">
        <TickField label={t("isOn")} hint={t("isOnHint")} name="isOn" defaultChecked={policy.isOn} />
        <Rules policy={policy} errors={errors} />
        <Caps policy={policy} errors={errors} />
        <Stars policy={policy} errors={errors} />
        <Year policy={policy} errors={errors} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField label={t("validFrom")} hint={t("validFromHint")} optional name="validFrom" type="date" error={errors["validFrom"]} />
          <TextField label={t("reason")} optional name="reason" maxLength={500} error={errors["reason"]} />
        </div>
        <section aria-live="polite" className="grid gap-3 rounded-md border border-line bg-raised p-4 sm:p-5">
          <h2 className="font-display font-semibold text-lg">{t("preview")}</h2>
          <p className="text-muted text-sm">{t("previewHint")}</p>
          {shown ? <PointRules policy={shown} /> : <p className="text-amber">{t("previewBroken")}</p>}
        </section>
      </SendForm>
    </div>
  );
}
