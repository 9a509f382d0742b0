import { FileQuestion, Inbox, MessageSquareText, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { PhaseBadge } from "#app/desk/contests/phase-badge.tsx";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { listComplaints } from "#server/complaints/list-complaints.ts";
import { listContestsDesk } from "#server/contests/list-contests-desk.ts";
import { listQuestions } from "#server/questions/list-questions.ts";
import { LinkButton } from "#ui/button.tsx";
import { LinkCard } from "#ui/card.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page, Section } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { windowForm } from "#ui/window-form.ts";

type DeskContest = Readonly<{
  slug: string;
  title: string;
  branchName: string;
  phase: string;
  opensAt: Date;
  closesAt: Date;
  entered: number;
  eligible: number;
}>;

/** What is urgent stands first; finished contests need nobody. */
const GROUPS = [
  { name: "running", phases: ["lobby", "open", "closing"], page: "/monitor" },
  { name: "results", phases: ["closed"], page: "" },
  { name: "drafts", phases: ["draft"], page: "" },
  { name: "coming", phases: ["announced"], page: "" },
] as const;

const runsContests = (viewer: Member): boolean => viewer.offices.some(({ office }) => office === "admin" || office === "organizer");
const reviews = (viewer: Member): boolean => viewer.offices.some(({ office }) => office === "admin" || office === "reviewer");

/** What waits for the viewer beside contests: questions for a second pair of eyes, members' words for an answer. */
async function waitingFor(viewer: Member) {
  const [questions, complaints] = await Promise.all([
    can.seeQuestions(viewer) && reviews(viewer) ? ask(listQuestions, { state: "in_review" }) : null,
    can.readComplaints(viewer) ? ask(listComplaints, { state: "open" }) : null,
  ]);
  return [
    { name: "waiting", href: "/desk/questions?state=in_review", Icon: FileQuestion, waiting: questions?.total ?? 0 },
    { name: "complaints", href: "/desk/complaints", Icon: MessageSquareText, waiting: complaints?.total ?? 0 },
  ].filter(({ waiting }) => waiting > 0);
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deskToday"))("title") };
}

export default async function DeskPage(): Promise<ReactNode> {
  const [t, { viewer }, { contests }] = await Promise.all([getTranslations("deskToday"), pageContext(), ask(listContestsDesk)]);
  if (viewer.kind !== "member") return null;
  const waiting = await waitingFor(viewer);
  const groups = GROUPS.map((group) => ({ ...group, contests: contests.filter(({ phase }) => group.phases.some((one) => one === phase)) }));
  const quiet = waiting.length === 0 && groups.every((group) => group.contests.length === 0);
  const make = runsContests(viewer) && (
    <LinkButton href="/desk/contests/new" look="primary">
      <Plus aria-hidden className="size-4" />
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("title")} lead={t("lead", { name: viewer.name })} action={make}>
      {quiet && (
        <Empty title={t("quiet")} icon={Inbox}>
          {t(make ? "quietOrganizer" : "quietLead")}
        </Empty>
      )}
      {groups
        .filter((group) => group.contests.length > 0)
        .map((group) => (
          <Section key={group.name} title={t(group.name)}>
            {group.contests.map((contest) => (
              <ContestCard key={contest.slug} contest={contest} page={group.page} />
            ))}
          </Section>
        ))}
      {waiting.length > 0 && (
        <Section title={t("waitingTitle")}>
          {waiting.map(({ name, href, Icon, waiting: count }) => (
            <LinkCard
              key={name}
              href={href}
              title={t(name, { waiting: count })}
              lead={t(`${name}Lead`)}
              mark={<Icon aria-hidden className="size-6 flex-none text-muted" />}
            />
          ))}
        </Section>
      )}
    </Page>
  );
}

async function ContestCard({ contest, page }: { contest: DeskContest; page: string }): Promise<ReactNode> {
  const t = await getTranslations("deskToday");
  const { slug, title, phase, branchName, opensAt, closesAt, entered, eligible } = contest;
  const before = phase === "draft" || phase === "announced" || phase === "lobby";
  return (
    <LinkCard
      href={`/desk/contests/${slug}${page}`}
      title={title}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PhaseBadge phase={phase} />
          <span>{branchName}</span>
          <span>
            {t.rich(before ? "opens" : "closes", {
              at: () => <TimeText at={before ? opensAt : closesAt} form={windowForm(opensAt, closesAt)} />,
            })}
          </span>
        </span>
      }
      aside={
        eligible > 0 && (
          <span className="tabular">
            <b className="font-display font-semibold text-2xl">{entered}</b> {t("ofEligible", { eligible })}
          </span>
        )
      }
    />
  );
}
