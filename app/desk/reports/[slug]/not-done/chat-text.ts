import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { titleIn } from "#domain/programmes/title-in.ts";

type Titled = Readonly<{ title: string; titleEn: string }>;
type List = Readonly<{
  programme: Titled & Readonly<{ closesAt: Date }>;
  items: readonly (Titled & Readonly<{ dueAt: Date | null }>)[];
  unfinished: number | null;
  byBranch: readonly Readonly<{ branch: Readonly<{ name: string }> | null; unfinished: number }>[];
  named: readonly Readonly<{ name: string }>[] | null;
  units: readonly Readonly<{ name: string }>[];
  asOf: Date;
}>;

/** What is to be pasted into a group chat: how many are not done, who they are where names are given, else of which branches, until when. */
export async function chatText(list: List, ofItem: boolean): Promise<string[]> {
  const [t, locale, format] = await Promise.all([getTranslations("completion"), getLocale(), getFormatter()]);
  const item = ofItem ? list.items[0] : undefined;
  const dueAt = ofItem ? (item?.dueAt ?? null) : list.programme.closesAt;
  const at = dueAt && format.dateTime(dueAt, { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const joined = (names: readonly string[]): string => names.join(t("message.separator"));
  const words = {
    title: titleIn(locale, list.programme),
    item: item ? t("message.item", { item: titleIn(locale, item) }) : "",
    count: String(list.unfinished ?? 0),
    due: at && dueAt ? t(dueAt < list.asOf ? "message.overdue" : "message.due", { at }) : "",
  };
  const lines: string[] = [];
  const names = list.named?.map(({ name }) => name) ?? null;
  if (names && names.length > 0) {
    const all = joined(names);
    lines.push(t("message.names", { ...words, names: names.length < (list.unfinished ?? 0) ? t("message.more", { names: all }) : all }));
  } else if (!names && (list.unfinished ?? 0) > 0) {
    const branches = list.byBranch
      .filter(({ unfinished }) => unfinished > 0)
      .map(({ branch, unfinished }) => t("message.branch", { name: branch?.name ?? t("ownLine"), count: String(unfinished) }));
    lines.push(t("message.branches", { ...words, branches: joined(branches) }));
  }
  if (ofItem && list.units.length > 0) lines.push(t("message.units", { ...words, names: joined(list.units.map(({ name }) => name)) }));
  return lines;
}
