import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { getBookVote } from "#server/groups/get-book-vote.ts";
import { getGroup } from "#server/groups/get-group.ts";
import { Empty } from "#ui/empty.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Ballot } from "./ballot.tsx";
import { NominateForm } from "./nominate-form.tsx";
import { NomineeList } from "./nominee-list.tsx";
import { OpenVoteForm } from "./open-vote-form.tsx";
import { VoteResult } from "./vote-result.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };
const FIELDS = ["title", "author", "why", "closesOn", "votesEach"];
const DONE = ["opened", "voted", "nominated", "retired", "counted"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("vote") };
}

/** Which book next: the open vote, what is nominated, earlier results with their counts. */
export default async function VotePage({ params, searchParams }: Props): Promise<ReactNode> {
  const { slug } = await params;
  const [t, group, vote, query, { now }] = await Promise.all([
    getTranslations("groups"),
    ask(getGroup, { slug }),
    ask(getBookVote, { slug }),
    searchParams,
    pageContext(),
  ]);
  const refused = await refusedOf(searchParams, FIELDS);
  const done = oneOf(query["done"]);
  const { open, nominees, results } = vote;
  return (
    <Page width="reading" title={t("vote")} lead={t("voteLead")} back={{ href: `/groups/${slug}`, label: group.name }}>
      <RefusalNotice code={refused.code} />
      {done && DONE.includes(done) && !oneOf(query["refused"]) && <Notice kind="success">{t(`voteDone.${done}`)}</Notice>}
      {open && <Ballot slug={slug} open={open} nominees={nominees} mayVote={group.may.join} />}
      {!open && group.may.lead && <OpenVoteForm slug={slug} now={now} nominees={nominees.length} at={refused.at} />}
      <Section title={t("nominees")} aside={<span className="tabular text-muted">{nominees.length}</span>}>
        {nominees.length === 0 ? (
          <Empty title={t("noNominees")} icon={BookOpen}>
            {t("noNomineesHint")}
          </Empty>
        ) : (
          <NomineeList slug={slug} nominees={nominees} />
        )}
        {group.may.join && <NominateForm slug={slug} at={refused.at} />}
      </Section>
      {results.map((result) => (
        <VoteResult key={result.id} result={result} />
      ))}
    </Page>
  );
}
