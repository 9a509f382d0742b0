import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

export type Listed = Readonly<{
  id: number;
  name: string;
  branch: string;
  reply: "yes" | "online" | "leave" | null;
  replyReason: string;
  attendance: "present" | "late" | "leave" | "absent" | "expected" | null;
}>;
type Props = Readonly<{
  people: readonly Listed[];
  counts: Readonly<{ people: number; yes: number; online: number; leave: number; silent: number }>;
  showsReplies: boolean;
  isOver: boolean;
}>;

/** Who is to come. What each replied, and who was there, is shown to those who lead and record. */
export async function PeopleList({ people, counts, showsReplies, isOver }: Props): Promise<ReactNode> {
  const t = await getTranslations("meetings");
  const having = (...wanted: Listed["attendance"][]) => people.filter(({ attendance }) => wanted.includes(attendance)).length;
  // What people replied is of no use once it is known who came.
  const came = { people: people.length, came: having("present", "late"), leave: having("leave"), absent: having("absent") };
  return (
    <div className="grid gap-3">
      <p className="text-muted">{isOver ? (showsReplies ? t("countsOver", came) : t("countAll", came)) : t("counts", counts)}</p>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {people.map(({ id, name, branch, reply, replyReason, attendance }) => (
          <li key={id} className="flex min-h-11 items-center justify-between gap-3 border-line border-b py-2">
            <span className="min-w-0">
              {name} <span className="text-muted text-sm">{branch}</span>
            </span>
            {showsReplies && (
              <span className="flex-none text-muted text-sm">
                {isOver && attendance ? t(`attendance.${attendance}`) : t(`replied.${reply ?? "silent"}`)}
                {replyReason && t("withReason", { reason: replyReason })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
