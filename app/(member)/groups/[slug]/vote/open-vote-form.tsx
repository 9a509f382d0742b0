import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

const DAY_MS = 86_400_000;
const dayAfter = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);

type Props = { slug: string; now: Date; nominees: number; at: (name: string) => string | undefined };

/** Opens a vote, for whoever leads the group. */
export function OpenVoteForm({ slug, now, nominees, at }: Props): ReactNode {
  const t = useTranslations("groups");
  return (
    <Section title={t("openVote")}>
      <form method="post" action={`/api/groups/${slug}/votes`} className="grid gap-4">
        <input type="hidden" name="next" value={`/groups/${slug}/vote?done=opened`} />
        <p className="text-muted">{t("openVoteHint", { count: nominees })}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t("votesEach")}
            name="votesEach"
            type="number"
            min={1}
            max={20}
            defaultValue={3}
            required
            error={at("votesEach")}
          />
          <TextField label={t("closesOn")} name="closesOn" type="date" required defaultValue={dayAfter(now, 7)} error={at("closesOn")} />
        </div>
        <SubmitButton className="justify-self-start max-sm:w-full">{t("openVote")}</SubmitButton>
      </form>
    </Section>
  );
}
