import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { Badge } from "#ui/badge.tsx";
import { LinkButton } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";

type Paper = Readonly<{ attemptId: number; entryId: number; name: string; branchName: string }>;
export type Flag = Readonly<{
  id: number;
  kind: "speed" | "similar";
  one: Paper;
  other: Paper | null;
  facts: Readonly<Record<string, number>>;
  verdict: "dismissed" | "warned" | "sanctioned" | null;
  reason: string;
  decidedBy: string | null;
}>;

/** One hint: whom it is about, what was counted, in words, and what a person made of it. */
export function FlagItem({ flag, path }: { flag: Flag; path: string }): ReactNode {
  const t = useTranslations("integrity");
  const { id, kind, one, other, verdict, reason, decidedBy } = flag;
  const papers = other ? [one, other] : [one];
  return (
    <li className="grid gap-3 rounded-md border border-line bg-raised p-4 sm:p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={verdict === null ? "amber" : "plain"}>{t(`kinds.${kind}`)}</Badge>
        {papers.map(({ entryId, name, branchName }) => (
          <span key={entryId} className="font-medium">
            {name} <span className="font-normal text-muted text-sm">{branchName}</span>
          </span>
        ))}
      </p>
      <FactsText kind={kind} facts={flag.facts} />
      {verdict !== null ? (
        <p className="text-muted text-sm">{t("judgedBy", { verdict: t(`verdicts.${verdict}`), name: decidedBy ?? "", reason })}</p>
      ) : (
        <>
          <div className="flex flex-wrap gap-2">
            {papers.map(({ entryId, name }) => (
              <LinkButton key={entryId} compact href={`${path}?entry=${entryId}&flag=${id}&name=${encodeURIComponent(name)}`}>
                {t("proposeFor", { name })}
              </LinkButton>
            ))}
          </div>
          <SendForm
            action={`/api/desk/integrity-flags/${id}`}
            next={`${path}?done=judged`}
            submit={t("judge")}
            look="secondary"
            className="grid items-end gap-3 sm:grid-cols-[12rem_minmax(0,1fr)_auto]"
          >
            <SelectField label={t("verdict")} name="verdict" defaultValue="dismissed">
              {(["dismissed", "warned", "sanctioned"] as const).map((name) => (
                <option key={name} value={name}>
                  {t(`verdicts.${name}`)}
                </option>
              ))}
            </SelectField>
            <TextField label={t("reason")} name="reason" required maxLength={300} />
          </SendForm>
        </>
      )}
    </li>
  );
}

/** What was counted, as a sentence a person can weigh. */
function FactsText({ kind, facts }: Pick<Flag, "kind" | "facts">): ReactNode {
  const t = useTranslations("integrity");
  const format = useFormatter();
  const of = (name: string): number => facts[name] ?? 0;
  if (kind === "speed") {
    const said = { answers: of("answers"), characters: of("characters"), seconds: of("ms") / 1_000, least: of("leastMs") / 1_000 };
    return <p>{t("facts.speed", said)}</p>;
  }
  const chance = of("chance") * of("pairs");
  const shown = chance < 0.000_001 ? "< 0.000001" : format.number(chance, { maximumSignificantDigits: 2 });
  const expected = format.number(of("expected"), { maximumFractionDigits: 1 });
  return <p>{t("facts.similar", { equal: of("equal"), bothWrong: of("bothWrong"), pairs: of("pairs"), expected, chance: shown })}</p>;
}
