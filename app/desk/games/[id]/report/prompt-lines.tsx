import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PromptFacts } from "#app/desk/games/[id]/prompt-moderation.tsx";
import { DataTable } from "#ui/table.tsx";

/** What the room said beside the questions, a table for each time it was asked. */
export function PromptLines({ prompts }: { prompts: readonly PromptFacts[] }): ReactNode {
  const [t, report] = [useTranslations("gameDesk.prompt"), useTranslations("gameDesk.report")];
  return (
    <div className="grid gap-6">
      {prompts.map(({ id, kind, title, options, words, asks }) => (
        <div key={id} className="grid gap-2">
          <h3 lang="zh-CN" className="font-semibold">
            {title}
          </h3>
          <DataTable
            caption={`${t(`kinds.${kind}`)} · ${title}`}
            rows={[
              ...options.map(({ text, count }) => ({ key: text, text, count, state: null })),
              ...words.map(({ key, word, count, state }) => ({ key, text: word, count, state: state ?? ("waiting" as const) })),
              ...asks.map(({ id: ask, body, votes, state }) => ({ key: String(ask), text: body, count: votes, state })),
            ]}
            keyOf={({ key }) => key}
            columns={[
              { key: "text", head: t(`kinds.${kind}`), main: true, cell: ({ text }) => <span lang="zh-CN">{text}</span> },
              { key: "count", head: report("count"), align: "end", cell: ({ count }) => count },
              ...(kind === "poll"
                ? []
                : [
                    {
                      key: "state",
                      head: report("state"),
                      cell: ({ state }: { state: "waiting" | "shown" | "answered" | "hidden" | null }) =>
                        state ? t(`states.${state}`) : "",
                    },
                  ]),
            ]}
          />
        </div>
      ))}
    </div>
  );
}
