import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

type Props = { before: unknown; after: unknown; branchNames: ReadonlyMap<number, string> };
type Facts = Readonly<Record<string, unknown>>;

const factsOf = (value: unknown): Facts => (typeof value === "object" && value !== null ? (value as Facts) : {});
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** One value of the ledger in words: branches by name, instants in the organisation's zone. */
async function sayer(branchNames: ReadonlyMap<number, string>) {
  const [t, tMe, tPolicy, format] = await Promise.all([
    getTranslations("auditDesk"),
    getTranslations("me"),
    getTranslations("policyDesk"),
    getFormatter(),
  ]);
  return (key: string, value: unknown): string => {
    if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return t("empty");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (key === "branchId" || key === "parentId") return branchNames.get(Number(value)) ?? `#${value}`;
    if (key === "office" && tMe.has(`officeNames.${value}` as never)) return tMe(`officeNames.${value}` as never);
    if (key === "studyNames" && tPolicy.has(`nameRules.${value}` as never)) return tPolicy(`nameRules.${value}` as never);
    if (typeof value === "string" && INSTANT.test(value))
      return format.dateTime(new Date(value), { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(" · ");
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
}

/** What an entry of the ledger changed: each item before and after. */
export async function Difference({ before, after, branchNames }: Props): Promise<ReactNode> {
  const [was, is] = [factsOf(before), factsOf(after)];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  if (keys.length === 0) return "–";
  const [t, say] = await Promise.all([getTranslations("auditDesk"), sayer(branchNames)]);
  const nameOf = (key: string) => (t.has(`fields.${key}` as never) ? t(`fields.${key}` as never) : key);
  return (
    <details className="text-start max-sm:text-end">
      <summary className="inline-flex min-h-11 cursor-pointer items-center whitespace-nowrap underline underline-offset-4">
        {t("details")}
      </summary>
      <dl className="grid max-w-80 gap-2 pb-2 text-sm">
        {keys.map((key) => (
          <div key={key}>
            <dt className="text-muted">{nameOf(key)}</dt>
            <dd className="wrap-anywhere">
              {key in was && (
                <>
                  <span className="text-muted">
                    {t("was")} {say(key, was[key])}
                  </span>
                  {key in is && <br />}
                </>
              )}
              {key in is && (key in was ? `${t("is")} ${say(key, is[key])}` : say(key, is[key]))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
