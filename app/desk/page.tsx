import { FileQuestion, Inbox, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { PhaseBadge } from "#app/desk/contests/phase-badge.tsx";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
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

/** Questions waiting for a second pair of eyes, for those who may be it. */
async function waitingQuestions(viewer: Member): Promise<number> {
  if (!can.seeQuestions(viewer) || !reviews(viewer)) return 0;
  return (await ask(listQuestions, { state: "in_review" })).total;
}

export default async function DeskPage(): Promise<ReactNode> {
  const [t, { viewer }, { contests }] = await Promise.all([getTranslations("deskToday"), pageContext(), ask(listContestsDesk)]);
  if (viewer.kind !== "member") return null;
  const waiting = await waitingQuestions(viewer);
  const groups = GROUPS.map((group) => ({ ...group, contests: contests.filter(({ phase }) => group.phases.some((one) => one === phase)) }));
  const quiet = waiting === 0 && groups.every((group) => group.contests.length === 0);
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
      {waiting > 0 && (
        <Section title={t("questions")}>
          <LinkCard
            href="/desk/questions?state=in_review"
            title={t("waiting", { waiting })}
            lead={t("waitingLead")}
            mark={<FileQuestion aria-hidden className="size-6 flex-none text-muted" />}
          />
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
