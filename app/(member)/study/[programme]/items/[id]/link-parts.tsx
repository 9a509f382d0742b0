import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Said } from "#app/(member)/study/said.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Notice } from "#ui/notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import type { ItemPage } from "./item-page.ts";

const isShut = ({ state, mayWork }: ItemPage): boolean => !mayWork && state !== "done" && state !== "waived";

/** The text to read. It may be read at any time, also before and after; what it counts for is said. */
export function ReadingPart({ item }: { item: ItemPage }): ReactNode {
  const t = useTranslations("programmes");
  const { text, kind, best, moveOn } = item;
  if (!text) return <Notice kind="warning">{t("textGone")}</Notice>;
  const { slug, completedAt, paragraph } = text;
  const label = completedAt ? "readAgain" : paragraph ? "readOn" : "read";
  return (
    <Card title={<Said of={text} />}>
      <p className="text-muted">
        {completedAt ? t.rich("readDone", { at: () => <TimeText at={completedAt} form="day" /> }) : t("readLead")}
      </p>
      {kind === "reading" && best !== null && moveOn !== "Completed" && <Best best={best} mastery={item.mastery} />}
      <LinkButton
        href={`/materials/${slug}${!completedAt && paragraph ? `#${paragraph}` : ""}`}
        look={completedAt ? "secondary" : "primary"}
        className="justify-self-start max-sm:w-full"
      >
        {t(label)}
      </LinkButton>
    </Card>
  );
}

/** The best score and what is asked for. */
export function Best({ best, mastery }: { best: number; mastery: number | null }): ReactNode {
  const t = useTranslations("programmes");
  const format = useFormatter();
  const share = (parts: number) => format.number(parts / 10_000, { style: "percent", maximumFractionDigits: 2 });
  return (
    <p className="tabular">
      {t("best", { best: share(best) })}
      {mastery !== null && <span className="text-muted"> · {t("mastery", { mastery: share(mastery) })}</span>}
    </p>
  );
}

/** What to write about, and the way to the page where it is written. */
export function ReflectionPart({ item }: { item: ItemPage }): ReactNode {
  const t = useTranslations("programmes");
  const { prompt, id, state, owner } = item;
  return (
    <Card>
      {prompt && <p className="whitespace-pre-line text-[1.0625rem] leading-[1.8]">{prompt}</p>}
      {owner === "person" && !isShut(item) && (
        <LinkButton
          href={`/reflections/new?item=${id}`}
          look={state === "done" ? "secondary" : "primary"}
          className="justify-self-start max-sm:w-full"
        >
          {t(state === "done" ? "writeAgain" : state === "started" ? "writeOn" : "write")}
        </LinkButton>
      )}
    </Card>
  );
}

/** The contest and the best one has reached in it. */
export function ContestPart({ item }: { item: ItemPage }): ReactNode {
  const t = useTranslations("programmes");
  const { contest, best, mastery, state } = item;
  return (
    <Card>
      <p className="text-muted">{t("contestLead")}</p>
      {best !== null && <Best best={best} mastery={mastery} />}
      {contest && (
        <LinkButton
          href={`/contests/${contest}`}
          look={state === "done" || isShut(item) ? "secondary" : "primary"}
          className="justify-self-start max-sm:w-full"
        >
          {t("toContest")}
        </LinkButton>
      )}
    </Card>
  );
}
