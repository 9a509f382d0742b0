import { BookOpenText, ClipboardCheck, FileQuestion, type LucideIcon, PenLine, Trophy, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Said } from "#app/(member)/study/said.tsx";
import type { getProgramme } from "#server/programmes/get-programme.ts";
import type { Verb } from "#server/verb.ts";
import { TimeText } from "#ui/time-text.tsx";
import { ItemBadge } from "./item-badge.tsx";

export type ProgrammePage = typeof getProgramme extends Verb<infer Value> ? Value : never;
export type ProgrammeItem = ProgrammePage["modules"][number]["items"][number];

const icons: Readonly<Record<ProgrammeItem["kind"], LucideIcon>> = {
  reading: BookOpenText,
  quiz: FileQuestion,
  unit: ClipboardCheck,
  meeting: Users,
  reflection: PenLine,
  contest: Trophy,
};

/** Why it cannot be done yet, or by when it is owed. */
function When({ item }: { item: ProgrammeItem }): ReactNode {
  const t = useTranslations("programmes");
  const { state, waitsFor, opensAt, dueAt, doneAt, startsAt } = item;
  if (state === "done" && doneAt) return t.rich("doneOn", { at: () => <TimeText at={doneAt} form="day" /> });
  if (state === "waived") return null;
  const about = [
    startsAt && t.rich("startsAt", { at: () => <TimeText at={startsAt} /> }),
    state === "locked" && (waitsFor.length > 0 ? t.rich("waitsFor", { items: () => <Titles of={waitsFor} /> }) : t("waitsForProgramme")),
    state === "coming" && t.rich("opensOn", { at: () => <TimeText at={opensAt} form="day" /> }),
    dueAt && state !== "closed" && t.rich("dueOn", { at: () => <TimeText at={dueAt} form="day" /> }),
  ];
  return about.flatMap((said, at) => (said ? [<span key={["start", "wait", "open", "due"][at]}>{said}</span>] : []));
}

function Titles({ of }: { of: ProgrammeItem["waitsFor"] }): ReactNode {
  return of.map((one, at) => (
    <span key={one.title}>
      {at > 0 && " / "}
      <Said of={one} />
    </span>
  ));
}

/** One item in the list: what it is, how it stands, by when. A unit's item leads nowhere: the unit does it together. */
export function ItemLine({ slug, item }: { slug: string; item: ProgrammeItem }): ReactNode {
  const t = useTranslations("programmes");
  const Icon = icons[item.kind];
  return (
    <li className="relative flex items-start gap-3 border-line border-b py-3 last:border-b-0">
      <Icon aria-hidden className="mt-1 size-5 flex-none text-muted" strokeWidth={1.5} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
        <div className="min-w-[min(12rem,100%)] flex-1">
          <p className="font-medium leading-snug">
            {item.owner === "unit" ? (
              <Said of={item} />
            ) : (
              <Link href={`/study/${slug}/items/${item.id}`} className="after:absolute after:inset-0 hover:text-seal">
                <Said of={item} />
              </Link>
            )}
          </p>
          <p className="mt-0.5 flex flex-wrap gap-x-3 text-muted text-sm">
            <span>{t(`kinds.${item.kind}`)}</span>
            {item.owner === "unit" && <span>{t("byUnit")}</span>}
            {!item.isRequired && <span>{t("optional")}</span>}
            <When item={item} />
          </p>
        </div>
        {item.state && <ItemBadge state={item.state} />}
      </div>
    </li>
  );
}
