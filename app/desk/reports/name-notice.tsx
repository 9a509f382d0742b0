import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Words } from "#ui/words.tsx";

type Names = Readonly<{ rule: "aggregate" | "reason" | "named"; access: "named" | "reason-given" | "aggregate"; until: Date | null }>;

/** Whether names are shown here and why; where a reason opens them, the place to give one. `here`: this page's own address. */
export async function NameNotice({
  names,
  here,
  branchId,
  error,
}: {
  names: Names;
  here: string;
  branchId?: string | undefined;
  error?: string | undefined;
}): Promise<ReactNode> {
  const [t, format] = await Promise.all([getTranslations("completion"), getFormatter()]);
  if (names.access === "named") return null;
  if (names.access === "reason-given") {
    const at = names.until ? format.dateTime(names.until, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) : "";
    return <Notice>{t("names.given", { at })}</Notice>;
  }
  if (names.rule === "aggregate") return <Notice>{t("names.aggregate")}</Notice>;
  return (
    <section className="no-print grid max-w-xl gap-3 rounded-md border border-line bg-raised p-4">
      <p>{t("names.ask")}</p>
      <Words names={["completion"]}>
        <SendForm action="/api/desk/name-access" next={here} submit={t("names.submit")} look="secondary" className="grid gap-3">
          {branchId && <input type="hidden" name="branchId" value={branchId} />}
          <TextField label={t("names.reason")} hint={t("names.reasonHint")} error={error} name="reason" required maxLength={500} />
        </SendForm>
      </Words>
    </section>
  );
}
