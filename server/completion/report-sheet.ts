import { type Counts, dueOf, NO_COUNTS, ratePercentOf } from "#domain/completion/counts.ts";
import type { NamesAccess } from "#domain/completion/name-rule.ts";
import { titleIn } from "#domain/programmes/title-in.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import type { ExportCell, SheetDress } from "#server/exports/write-table.ts";
import type { NamedLine } from "./branch-lines.ts";
import type { Cell } from "./people-cells.ts";
import type { PersonLine } from "./people-figures.ts";
import type { ReportItem } from "./report-programme.ts";
import type { ReportAsk } from "./scoped-tasks.ts";

export type SheetLanguage = "zh-CN" | "en";
const wordsOf = (language: SheetLanguage) => (language === "en" ? en : zh).completion;
const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? "");

type Sheet = Readonly<{ name: string; header: string[]; rows: ExportCell[][]; dress: SheetDress }>;

const FILLS: Readonly<Record<string, string>> = {
  done: "#E3F0E8",
  done_late: "#EDF1F8",
  open: "#FFFFFF",
  overdue: "#F9E3E1",
  waived: "#F2F0EA",
};

/** What the sheet is, on a line of its own: programme, part of the tree, with names or without, as of when, and how the rate is made. */
function aboutOf(language: SheetLanguage, { programme, scope, now }: ReportAsk, access: NamesAccess): string {
  const words = wordsOf(language);
  const at = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium", timeZone: "Asia/Shanghai", hourCycle: "h23" });
  return filled(words.file.about, {
    title: titleIn(language, programme),
    scope: scope.tops.map(({ name }) => name).join(language === "en" ? ", " : "、"),
    access: words.file.access[access],
    at: at.format(now),
  });
}

const sums = (counts: Counts): ExportCell[] => [
  dueOf(counts),
  counts.done,
  counts.late,
  counts.open,
  counts.overdue,
  counts.waived,
  ratePercentOf(counts),
];

function sumHeads(language: SheetLanguage): string[] {
  const { due, done, late, open, overdue, waived, percent } = wordsOf(language).columns;
  return [due, done, late, open, overdue, waived, percent];
}

/** People × items, one row a person, the sums over all of them last. */
export function peopleSheet(
  language: SheetLanguage,
  report: Readonly<{
    ask: ReportAsk;
    names: { access: NamesAccess };
    people: readonly (PersonLine & { counts: Counts; cells: readonly Cell[] })[];
    whole: Readonly<{ people: number; unfinished: number; total: Counts; items: readonly Counts[] }> | null;
  }>,
): Sheet {
  const words = wordsOf(language);
  const { items } = report.ask;
  const state = (cell: Cell): string => (cell === null ? "" : words.cells[cell]);
  const fills = new Map(Object.entries(FILLS).map(([name, colour]) => [words.cells[name as keyof typeof words.cells], colour]));
  const people = report.people.map((person): ExportCell[] => [
    person.name,
    person.staffNo,
    person.branch?.name ?? words.movedAway,
    ...person.cells.map(state),
    ...sums(person.counts),
  ]);
  const whole = report.whole;
  const last: ExportCell[] = whole
    ? [
        words.wholeRow,
        "",
        filled(words.file.people, { people: String(whole.people), unfinished: String(whole.unfinished) }),
        ...whole.items.map((counts) => ratePercentOf(counts)),
        ...sums(whole.total),
      ]
    : [words.withheld];
  return {
    name: `${titleIn(language, report.ask.programme)} ${words.file.peopleSheet}`,
    header: [
      words.columns.name,
      words.columns.staffNo,
      words.columns.branch,
      ...items.map((item) => titleIn(language, item)),
      ...sumHeads(language),
    ],
    rows: [...people, last],
    dress: {
      about: aboutOf(language, report.ask, report.names.access),
      stickyColumns: 1,
      fill: (cell) => (typeof cell === "string" ? fills.get(cell) : undefined),
    },
  };
}

const itemHeads = (language: SheetLanguage, item: ReportItem): string[] => {
  const { columns } = wordsOf(language);
  const title = titleIn(language, item);
  return [`${title} ${columns.done}`, `${title} ${columns.due}`, `${title} ${columns.percent}`];
};

/** Branches × items, the whole last. */
export function branchSheet(
  language: SheetLanguage,
  ask: ReportAsk,
  access: NamesAccess,
  lines: readonly NamedLine[],
  whole: Omit<NamedLine, "branch" | "hasBelow"> | null,
): Sheet {
  const words = wordsOf(language);
  const rowOf = (name: string, line: Omit<NamedLine, "branch" | "hasBelow">): ExportCell[] => [
    name,
    line.people,
    line.unfinished,
    ...sums(line.total),
    ...ask.items.flatMap(({ id }) => {
      const counts = line.byItem.get(id) ?? NO_COUNTS;
      return [counts.done, dueOf(counts), ratePercentOf(counts)];
    }),
  ];
  return {
    name: `${titleIn(language, ask.programme)} ${words.file.branchSheet}`,
    header: [
      words.columns.branch,
      words.columns.people,
      words.columns.unfinished,
      ...sumHeads(language),
      ...ask.items.flatMap((item) => itemHeads(language, item)),
    ],
    rows: [
      ...lines.map((line) => rowOf(line.branch?.name ?? words.ownLine, line)),
      whole ? rowOf(words.wholeRow, whole) : [words.withheld],
    ],
    dress: { about: aboutOf(language, ask, access), stickyColumns: 1 },
  };
}
