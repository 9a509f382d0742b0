import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { classNames } from "#ui/class-names.ts";
import type { ListedMeeting } from "./meeting-card.tsx";

const dayInShanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short" });

/** The weeks of a month as days (`2026-12-03`), Monday first; null outside it. */
function weeksOf(month: string): (string | null)[][] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const cells = [
    ...Array<null>(before).fill(null),
    ...Array.from({ length: days }, (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`),
  ];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

type Props = Readonly<{ month: string; meetings: readonly ListedMeeting[]; now: Date }>;

/** A month as a sheet of days, on screens that have the room; a phone shows the list below it. */
export async function MonthGrid({ month, meetings, now }: Props): Promise<ReactNode> {
  const [t, format] = await Promise.all([getTranslations("meetings"), getFormatter()]);
  const today = dayInShanghai.format(now);
  const byDay = Map.groupBy(meetings, ({ startsAt }) => dayInShanghai.format(startsAt));
  const weekdays = Array.from({ length: 7 }, (_, at) => format.dateTime(new Date(Date.UTC(2024, 0, 1 + at, 4)), { weekday: "short" }));
  return (
    <table className="hidden w-full table-fixed border-collapse lg:table">
      <caption className="sr-only">{t("calendarOf", { month })}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" className="border border-line bg-sunken px-2 py-1.5 text-start font-normal text-muted text-sm">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, at) => (
              <td
                key={day ?? `outside-${at}`}
                className={classNames("h-24 border border-line p-1.5 align-top", day === null && "bg-sunken")}
              >
                {day && (
                  <span
                    className={classNames(
                      "tabular inline-block min-w-6 rounded-full px-1.5 text-center text-sm",
                      day === today ? "bg-seal text-on-seal" : "text-muted",
                    )}
                  >
                    {Number(day.slice(8))}
                  </span>
                )}
                {(day ? (byDay.get(day) ?? []) : []).map(({ id, title, startsAt, state }) => (
                  <Link
                    key={id}
                    href={`/meetings/${id}`}
                    className={classNames(
                      "mt-1 block rounded-sm border-seal border-s-3 bg-raised px-1.5 py-0.5 text-sm leading-snug hover:bg-sunken",
                      state === "cancelled" && "text-muted line-through",
                    )}
                  >
                    <span className="tabular">{format.dateTime(startsAt, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}</span>{" "}
                    {title}
                  </Link>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
