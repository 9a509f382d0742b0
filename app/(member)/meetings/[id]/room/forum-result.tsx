import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Forum } from "./room-page.ts";

const points = (milli: number): string => String(milli / 1_000);

/** The result as the rules give it, with what counted and what was dropped, so that anybody can work it out again. */
export function ForumResult({ result }: { result: NonNullable<Forum["result"]> }): ReactNode {
  const t = useTranslations("room.forum");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from a keyboard
    <div className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse text-start">
        <caption className="pb-2 text-start font-medium">{t("result")}</caption>
        <thead>
          <tr className="border-line border-b text-muted text-sm">
            {(["place", "presenter", "mean", "counted", "dropped", "prize"] as const).map((name) => (
              <th key={name} scope="col" className="py-2 pe-3 text-start font-normal">
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.map((one) => (
            <tr key={one.id} className="border-line border-b last:border-b-0">
              <td className="tabular py-2 pe-3 font-semibold">{one.place ?? "–"}</td>
              <td className="py-2 pe-3">
                {one.name}
                {one.topic && <span className="block text-muted text-sm">{one.topic}</span>}
              </td>
              <td className="tabular py-2 pe-3">{one.meanMilli === null ? t("tooFew") : points(one.meanMilli)}</td>
              <td className="tabular py-2 pe-3 text-sm">{one.counted.map(points).join(" ")}</td>
              <td className="tabular py-2 pe-3 text-muted text-sm">{one.dropped.map(points).join(" ")}</td>
              <td className="py-2">{one.prize}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
