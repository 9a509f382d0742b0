import { Award } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { Dialog, DialogClose } from "#ui/dialog.tsx";

/** Asks for certificates for everyone who waits, after saying what that means; the page then shows how far it is. */
export function IssueAll({ slug, count }: { slug: string; count: number }): ReactNode {
  const t = useTranslations("certificates.desk");
  const trigger = (
    <>
      <Award aria-hidden className="size-4" />
      {t("issueAll", { count })}
    </>
  );
  return (
    <Dialog trigger={trigger} triggerLook="primary" title={t("issueAllTitle", { count })} lead={t("issueAllLead")}>
      <SendForm
        action={`/api/desk/programmes/${slug}/certificates/issue`}
        next={`/desk/programmes/${slug}/certificates?job={id}`}
        className="flex flex-wrap justify-end gap-3 max-sm:*:grow"
        submit={t("issueNow")}
      >
        <DialogClose />
      </SendForm>
    </Dialog>
  );
}
