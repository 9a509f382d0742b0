import { useFormatter, useTimeZone } from "next-intl";
import type { ReactNode } from "react";

type Form = "day" | "dated" | "minute" | "clock" | "second" | "relative";
type Props = { at: Date } & ({ form?: Exclude<Form, "relative"> } | { form: "relative"; now: Date });

const forms = {
  day: { year: "numeric", month: "long", day: "numeric" },
  dated: { year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  minute: { month: "long", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  second: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  clock: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const;

/**
 * An instant in words, in the organisation's zone. The exact one, with year, second and zone, is in `title`, and for
 * `relative` (which needs `now`) it appears on hover and on focus.
 */
export function TimeText(props: Props): ReactNode {
  const format = useFormatter();
  const zone = useTimeZone();
  const exact = `${format.dateTime(props.at, { dateStyle: "full", timeStyle: "medium", hourCycle: "h23" })} ${zone ?? "UTC"}`;
  if (props.form === "relative") {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time must be reachable from a keyboard
      <time dateTime={props.at.toISOString()} data-exact={exact} tabIndex={0} className="exact">
        {format.relativeTime(props.at, props.now)}
        <span className="sr-only"> {exact}</span>
      </time>
    );
  }
  return (
    <time dateTime={props.at.toISOString()} title={exact}>
      {format.dateTime(props.at, forms[props.form ?? "minute"])}
    </time>
  );
}
