import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

type Props = Readonly<{
  /** The page of what waits; its verb lies at the same address below /api. */
  address: string;
  number: number;
  /** What to look at before deciding. */
  lead: string;
  /** Why this viewer cannot decide; null for who can. */
  waits: string | null;
  /** What is new in it. */
  children?: ReactNode;
}>;

function Verdict({ address, number }: Pick<Props, "address" | "number">): ReactNode {
  const t = useTranslations("reviewDesk");
  const action = `/api${address}/review`;
  return (
    <div className="no-print flex flex-wrap gap-3 max-sm:*:grow">
      <form method="post" action={action} className="grid">
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="verdict" value="publish" />
        <input type="hidden" name="next" value={`${address}?done=published`} />
        <SubmitButton>{t("publish")}</SubmitButton>
      </form>
      <ConfirmForm
        action={action}
        fields={{ number: String(number), verdict: "return", next: `${address}?done=returned` }}
        trigger={t("return")}
        title={t("returnTitle", { number })}
        lead={t("returnLead")}
        confirm={t("return")}
      >
        <AreaField label={t("note")} name="note" required maxLength={1_000} rows={3} />
      </ConfirmForm>
    </div>
  );
}

/** A version of a text or a question that waits: a second person publishes or returns it. Others are told who can. */
export function ReviewPanel({ address, number, lead, waits, children }: Props): ReactNode {
  const t = useTranslations("reviewDesk");
  return (
    <Section title={t("title", { number })}>
      {waits === null ? <p>{lead}</p> : <Notice>{waits}</Notice>}
      {children}
      {waits === null && <Verdict address={address} number={number} />}
    </Section>
  );
}
