import { type AbstractIntlMessages, createTranslator } from "use-intl/core";
import { type Blank, type PrintedLine, printedRules } from "#domain/contests/printed-rules.ts";
import zh from "#messages/zh-CN.json" with { type: "json" };
import type { ContestSubject } from "#server/contests/find-contest.ts";

const timeZone = "Asia/Shanghai";
const clock = new Intl.DateTimeFormat("zh-CN", { timeZone, dateStyle: "long", timeStyle: "medium", hourCycle: "h23" });
const list = new Intl.ListFormat("zh-CN");
const messages: AbstractIntlMessages = zh;

/** Keys come from the printed rules, which a type of all messages does not know. */
type Translator = {
  (key: string): string;
  markup(key: string, values: Readonly<Record<string, string | number | (() => string)>>): string;
};

type Printable = Pick<ContestSubject, "title" | "rules" | "blueprint" | "opensAt" | "closesAt" | "freezeAt">;

/** The rules of a contest as its page prints them, a sentence a line, in Chinese; instants with the year and the second. */
export function rulesText({ title, rules, blueprint, opensAt, closesAt, freezeAt }: Printable): string {
  const t = createTranslator({ locale: "zh-CN", messages, namespace: "rules", timeZone }) as unknown as Translator;
  const filled = (blank: Blank): string | number =>
    typeof blank !== "object" ? blank : "word" in blank ? t(blank.word) : list.format(blank.list);
  const said = ({ key, blanks = {}, times = {} }: PrintedLine): string =>
    t.markup(key, {
      ...Object.fromEntries(Object.entries(blanks).map(([name, blank]) => [name, filled(blank)])),
      ...Object.fromEntries(Object.entries(times).map(([name, at]) => [name, () => clock.format(at)])),
    });
  const questions = blueprint.reduce((sum, { count }) => sum + count, 0);
  const worth = blueprint.reduce((sum, { count, worth: each }) => sum + count * each, 0);
  const groups = printedRules({ rules, questions, worth, opensAt, closesAt, freezeAt }).map(({ group, lines }) =>
    [t(`groups.${group}`), ...lines.map((line, at) => `${at + 1}. ${said(line)}`)].join("\n"),
  );
  return `${title}\n\n${groups.join("\n\n")}\n`;
}
