import { Archive } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getGameReport } from "#server/games/get-game-report.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { keyText } from "#ui/key-text.ts";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { DataTable } from "#ui/table.tsx";
import { PromptLines } from "./prompt-lines.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gameDesk.report"))("title") };
}

/** A game by question and by person. */
export default async function GameReportPage({ params }: Props): Promise<ReactNode> {
  const { id } = await params;
  const [t, tEvidence, play, format, report] = await Promise.all([
    getTranslations("gameDesk.report"),
    getTranslations("evidence"),
    getTranslations("play"),
    getFormatter(),
    ask(getGameReport, { id }),
  ]);
  const words = { right: play("true"), wrong: play("false"), or: " / " };
  const points = (milli: number) => format.number(milli / 1_000);
  const seconds = (ms: number) => format.number(ms / 1_000, { maximumFractionDigits: 1 });
  const file = (sheet: string) => (
    <a href={`/api/desk/games/${id}/report/file?sheet=${sheet}`} download>
      {t("download")}
    </a>
  );
  return (
    <Page
      title={report.title}
      lead={t("lead")}
      back={{ href: `/desk/games/${id}`, label: t("toConsole") }}
      width="wide"
      action={
        report.isOver && (
          <LinkButton href={`/api/desk/games/${id}/evidence`} prefetch={false}>
            <Archive aria-hidden className="size-4" />
            {tEvidence("pack")}
          </LinkButton>
        )
      }
    >
      {report.endedAlone && <Notice>{t("endedAlone")}</Notice>}
      {report.prompts.length > 0 && (
        <Section title={t("room")} aside={file("room")}>
          <PromptLines prompts={report.prompts} />
        </Section>
      )}
      {report.questions.length === 0 ? (
        <Empty title={t("notYet")} />
      ) : (
        <>
          {report.teams.length > 0 && (
            <Section title={t("teams")}>
              <DataTable
                caption={t("teams")}
                rows={report.teams}
                keyOf={({ name }) => name}
                columns={[
                  { key: "name", head: t("team"), main: true, cell: ({ name }) => name },
                  { key: "place", head: t("place"), align: "end", cell: ({ place }) => place },
                  { key: "score", head: t("score"), align: "end", cell: ({ milli }) => points(milli) },
                ]}
              />
            </Section>
          )}
          <Section title={t("questions")} aside={file("questions")}>
            <DataTable
              caption={t("questions")}
              rows={report.questions}
              keyOf={({ questionNo }) => String(questionNo)}
              columns={[
                {
                  key: "stem",
                  head: t("stem"),
                  main: true,
                  cell: ({ questionNo, body, key }) => (
                    <span lang="zh-CN" className="grid">
                      <span>
                        {questionNo + 1}. {body.stem}
                      </span>
                      <span className="font-normal text-muted text-sm">{keyText(body, key, words)}</span>
                    </span>
                  ),
                },
                { key: "answered", head: t("answered"), align: "end", cell: ({ answered }) => answered },
                { key: "right", head: t("right"), align: "end", cell: ({ right }) => right },
                {
                  key: "rate",
                  head: t("rate"),
                  align: "end",
                  cell: ({ answered, right }) =>
                    answered === 0 ? "–" : format.number((right * 100) / answered, { maximumFractionDigits: 1 }),
                },
                { key: "mean", head: t("meanTime"), align: "end", cell: ({ meanMs }) => (meanMs === null ? "–" : seconds(meanMs)) },
              ]}
            />
          </Section>
          <Section title={t("people")} aside={file("people")}>
            <DataTable
              caption={t("people")}
              rows={report.people}
              keyOf={(person) => String(person.id)}
              columns={[
                {
                  key: "name",
                  head: t("name"),
                  main: true,
                  cell: ({ name, branchName, team }) => (
                    <span className="grid">
                      {name}
                      <span className="font-normal text-muted text-sm">
                        {branchName} {team === null ? "" : report.teamNames[team]}
                      </span>
                    </span>
                  ),
                },
                { key: "place", head: t("place"), align: "end", cell: ({ place }) => place ?? t("out") },
                { key: "score", head: t("score"), align: "end", cell: ({ milli }) => points(milli) },
                { key: "right", head: t("right"), align: "end", cell: ({ right }) => right },
                { key: "answered", head: t("answered"), align: "end", cell: ({ answered }) => answered },
                { key: "time", head: t("rightTime"), align: "end", cell: ({ rightMs }) => seconds(rightMs) },
              ]}
            />
          </Section>
        </>
      )}
    </Page>
  );
}
