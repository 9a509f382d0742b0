import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { listMyAttempts } from "#server/attempts/list-my-attempts.ts";
import { listContests } from "#server/contests/list-contests.ts";
import { listMaterials } from "#server/materials/list-materials.ts";
import { findNextMeeting } from "#server/meetings/find-next-meeting.ts";
import { countMyTasks } from "#server/tasks/count-my-tasks.ts";
import { Empty } from "#ui/empty.tsx";
import { Page, Section } from "#ui/page.tsx";
import { ContestLine } from "./contest-line.tsx";
import { beingRead, firstThing } from "./first-thing.ts";
import { LeadCard } from "./lead-card.tsx";
import { type ListedMaterial, MaterialCard } from "./materials/material-card.tsx";
import { MeetingCard } from "./meetings/meeting-card.tsx";
import { TasksLeft } from "./tasks-left.tsx";

const SHOWN = 4;
const RECENT_MS = 14 * 86_400_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

/** What is on, and what was published in the last fortnight. */
function isOfToday({ phase, closesAt }: { phase: string; closesAt: Date }, now: Date): boolean {
  if (["open", "lobby", "announced", "closing"].includes(phase)) return true;
  return phase === "published" && now.getTime() - closesAt.getTime() < RECENT_MS;
}

/** Today: the one thing to do now, then contests, then what to read. */
export default async function HomePage(): Promise<ReactNode> {
  const [t, format, { now }, { contests }, { attempts }, { items: materials }, tasks, { meeting }] = await Promise.all([
    getTranslations("home"),
    getFormatter(),
    pageContext(),
    ask(listContests),
    ask(listMyAttempts),
    ask(listMaterials),
    ask(countMyTasks),
    ask(findNextMeeting),
  ]);
  const thing = firstThing({ attempts, contests, materials }, now);
  const first = thing && ("contest" in thing ? thing.contest.slug : "attempt" in thing ? thing.attempt.contest.slug : thing.material.slug);
  const others = contests.filter((contest) => isOfToday(contest, now) && contest.slug !== first).slice(0, SHOWN);
  const reading = beingRead(materials)
    .filter(({ slug }) => slug !== first)
    .slice(0, SHOWN);
  const fresh = materials.filter(({ slug, resume }) => resume === null && slug !== first).slice(0, SHOWN);
  return (
    <Page title={t("title")} lead={format.dateTime(now, { month: "long", day: "numeric", weekday: "long" })}>
      {tasks.left > 0 && <TasksLeft tasks={tasks} now={now} />}
      {thing && <LeadCard thing={thing} now={now} />}
      {meeting && <MeetingCard meeting={meeting} level={2} />}
      {!thing && tasks.left === 0 && !meeting && <Nothing />}
      {others.length > 0 && (
        <Section title={t("contests")} aside={<Link href="/contests">{t("allContests")}</Link>}>
          <div className="grid gap-3">
            {others.map((contest) => (
              <ContestLine key={contest.slug} contest={contest} now={now} />
            ))}
          </div>
        </Section>
      )}
      <Texts title={t("reading")} materials={reading} resumes />
      <Texts title={t("fresh")} materials={fresh} aside={<Link href="/study">{t("allMaterials")}</Link>} />
    </Page>
  );
}

async function Nothing(): Promise<ReactNode> {
  const t = await getTranslations("home");
  return (
    <Empty title={t("empty")} icon={BookOpen}>
      {t("emptyHint")}
    </Empty>
  );
}

type TextsProps = { title: string; materials: readonly ListedMaterial[]; aside?: ReactNode; resumes?: boolean };

function Texts({ title, materials, aside, resumes = false }: TextsProps): ReactNode {
  if (materials.length === 0) return null;
  return (
    <Section title={title} aside={aside}>
      <div className="grid gap-3">
        {materials.map((material) => (
          <MaterialCard key={material.slug} material={material} resumes={resumes} />
        ))}
      </div>
    </Section>
  );
}
