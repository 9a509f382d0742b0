import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Blank, type Printed, type PrintedLine, printedRules } from "#domain/contests/printed-rules.ts";
import { TimeText } from "./time-text.tsx";
import { windowForm } from "./window-form.ts";

/** Every rule the contest plays by, in words, in groups: what is printed is what is used (D4). Speaks the namespace `rules`. */
export function ContestRules(printed: Printed): ReactNode {
  const t = useTranslations("rules");
  const say = useSentences(windowForm(printed.opensAt, printed.closesAt));
  return (
    <div className="grid gap-6">
      {printedRules(printed).map(({ group, lines }) => (
        <div key={group} className="keep grid gap-2">
          <h3 className="font-semibold">{t(`groups.${group}`)}</h3>
          <ol className="grid list-decimal gap-1.5 ps-6 leading-relaxed marker:text-muted">
            {lines.map((line) => (
              <li key={`${line.key} ${JSON.stringify(line.blanks)}`}>{say(line)}</li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

/** A line as its sentence, in the reader's language; instants in the form of the contest's window. */
function useSentences(form: "dated" | "minute"): (line: PrintedLine) => ReactNode {
  const t = useTranslations("rules");
  const format = useFormatter();
  const filled = (blank: Blank): string | number =>
    typeof blank !== "object" ? blank : "word" in blank ? t(blank.word) : format.list([...blank.list]);
  return ({ key, blanks = {}, times = {} }) => {
    const words = Object.fromEntries(Object.entries(blanks).map(([name, blank]) => [name, filled(blank)]));
    const instants = Object.fromEntries(
      Object.entries(times).map(([name, at]) => [name, () => <TimeText key={name} at={at} form={form} />]),
    );
    return t.rich(key, { ...words, ...instants });
  };
}
