import { useFormatter } from "next-intl";
import type { ReactNode } from "react";

/** A day as a certificate has it (YYYY-MM-DD), in words. */
export function DayText({ day }: { day: string }): ReactNode {
  const format = useFormatter();
  const noon = new Date(`${day}T04:00:00Z`);
  return <time dateTime={day}>{format.dateTime(noon, { year: "numeric", month: "long", day: "numeric" })}</time>;
}
