import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Choice, ChoiceGroup } from "#ui/choice.tsx";
import { SelectField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Nominee = Readonly<{ id: number; title: string; author: string }>;
type Open = Readonly<{
  id: number;
  votesEach: number;
  closesAt: Date;
  isOver: boolean;
  voted: number;
  members: number;
  own: readonly number[];
  mayCount: boolean;
  tied: readonly number[];
}>;

/** One's own votes, and for whoever leads the group the counting. */
export function Ballot({
  slug,
  open,
  nominees,
  mayVote,
}: {
  slug: string;
  open: Open;
  nominees: readonly Nominee[];
  mayVote: boolean;
}): ReactNode {
  const t = useTranslations("groups");
  return (
    <Section
      title={t(open.isOver ? "voteIsOver" : "voteIsOpen")}
      aside={<span className="text-muted">{t("voted", { voted: open.voted, members: open.members })}</span>}
    >
      <p className="text-muted">{t.rich("closesAt", { at: () => <TimeText at={open.closesAt} /> })}</p>
      {mayVote && !open.isOver && nominees.length > 0 && (
        <form method="post" action={`/api/groups/${slug}/votes/${open.id}/ballot`} className="grid gap-4">
          <input type="hidden" name="next" value={`/groups/${slug}/vote?done=voted`} />
          <ChoiceGroup legend={t("yourVotes", { count: open.votesEach })} hint={t("yourVotesHint")}>
            {nominees.map(({ id, title, author }) => (
              <Choice key={id} kind="checkbox" name="nominees" value={id} defaultChecked={open.own.includes(id)}>
                {title}
                {author && <span className="ms-2 text-muted text-sm">{author}</span>}
              </Choice>
            ))}
          </ChoiceGroup>
          <SubmitButton className="justify-self-start max-sm:w-full">{t(open.own.length > 0 ? "voteAgain" : "castVotes")}</SubmitButton>
        </form>
      )}
      {open.mayCount && (
        <form method="post" action={`/api/groups/${slug}/votes/${open.id}/count`} className="grid gap-4">
          <input type="hidden" name="next" value={`/groups/${slug}/vote?done=counted`} />
          {open.tied.length > 1 && (
            <SelectField label={t("tie")} hint={t("tieHint")} name="chosen" defaultValue="">
              <option value="">{t("staysTie")}</option>
              {nominees
                .filter(({ id }) => open.tied.includes(id))
                .map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
            </SelectField>
          )}
          <SubmitButton look="secondary" className="justify-self-start">
            {t("countVotes")}
          </SubmitButton>
        </form>
      )}
    </Section>
  );
}
