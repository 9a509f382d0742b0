"use client";
import { CircleCheck, CircleHelp, Highlighter, NotebookPen, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { classNames } from "#ui/class-names.ts";
import { Notice } from "#ui/notice.tsx";
import type { Annotation, Listed } from "./annotation.ts";
import { Byline } from "./byline.tsx";
import { OldWording } from "./old-wording.tsx";
import { Quote } from "./quote.tsx";
import { Replies } from "./replies.tsx";
import { ReplyForm } from "./reply-form.tsx";
import { ShareForm } from "./share-form.tsx";

const ICONS = { highlight: Highlighter, note: NotebookPen, question: CircleHelp } as const;
type Props = {
  item: Annotation;
  me: number;
  groups: Listed["groups"];
  isChosen: boolean;
  reload: () => Promise<void>;
  show: (id: number) => void;
  attach: (id: number) => void;
};
type Doing = "reply" | "edit" | "share" | "remove" | null;

/** One annotation with its thread. */
export function Thread({ item, me, groups, isChosen, reload, show, attach }: Props): ReactNode {
  const t = useTranslations("annotations");
  const [doing, setDoing] = useState<Doing>(null);
  const [lost, setLost] = useState(0);
  const Icon = ICONS[item.kind];
  const act = async (path: string, body: object): Promise<void> => {
    await post(`/api/annotations/${item.id}/${path}`, body);
    await reload();
  };
  const stop = (): void => setDoing(null);
  const finish = (): void => {
    stop();
    void reload();
  };
  const shared = (count: number): void => {
    setLost(count);
    finish();
  };
  const forms = {
    reply: { path: "replies", label: t("reply"), submit: t("send"), start: "", field: "body" },
    edit: { path: "edit", label: t("edit"), submit: t("save"), start: item.body, field: "body" },
    remove: { path: "remove", label: t("reason"), submit: t("hide"), start: "", field: "reason" },
  } as const;
  const form = doing && doing !== "share" && forms[doing];
  return (
    <article
      id={`note-${item.id}`}
      tabIndex={-1}
      className={classNames("grid gap-2 border-line border-b py-4 outline-none last:border-0", isChosen && "-mx-2 bg-sunken px-2")}
    >
      <Byline author={item.author} at={item.createdAt} edited={item.editedAt !== null}>
        <Badge icon={Icon} tone={item.kind === "question" ? "seal" : item.kind === "note" ? "indigo" : "amber"}>
          {t(`kind.${item.kind}`)}
        </Badge>
        <Badge>{item.group ?? t(item.visibility === "branch" ? "branch" : "private")}</Badge>
        {item.settledAt && (
          <Badge icon={CircleCheck} tone="pine">
            {t("settled")}
          </Badge>
        )}
      </Byline>
      <Quote>{item.quote}</Quote>
      {item.body && (
        <p lang="zh-CN" className="whitespace-pre-wrap break-words">
          {item.body}
        </p>
      )}
      {item.state === "orphan" && <OldWording id={item.id} number={item.number} />}
      <Replies replies={item.replies} me={me} reload={reload} />
      {lost > 0 && <Notice kind="info">{t("shareLost", { count: lost })}</Notice>}
      {doing === "share" && <ShareForm item={item} groups={groups} done={shared} cancel={stop} />}
      {form && (
        <ReplyForm
          {...form}
          path={`/api/annotations/${item.id}/${form.path}`}
          keep={`zx:${me}:note-${item.id}-${doing}`}
          done={finish}
          cancel={stop}
        />
      )}
      {doing === null && <Actions item={item} act={act} start={setDoing} show={show} attach={attach} />}
    </article>
  );
}

type ActionsProps = {
  item: Annotation;
  act: (path: string, body: object) => Promise<void>;
  start: (doing: Doing) => void;
  show: (id: number) => void;
  attach: (id: number) => void;
};

function Actions({ item, act, start, show, attach }: ActionsProps): ReactNode {
  const t = useTranslations("annotations");
  const { mine, may, deleted, place, kind, settledAt, state } = item;
  if (deleted) return null;
  return (
    <div className="-ms-3 flex flex-wrap">
      <Action press={() => start("reply")}>{t("reply")}</Action>
      {may.vote ? (
        <Action pressed={item.voted} press={() => act("vote", { on: !item.voted })}>
          <ThumbsUp aria-hidden className="size-4" />
          {t(kind === "question" ? "alsoAsk" : "agree", { count: item.votes })}
        </Action>
      ) : (
        item.votes > 0 && (
          <span className="tabular inline-flex min-h-11 items-center px-3 text-muted text-sm">{t("votes", { count: item.votes })}</span>
        )
      )}
      {place && <Action press={() => show(item.id)}>{t("showInText")}</Action>}
      {may.settle && <Action press={() => act("settle", { on: settledAt === null })}>{t(settledAt ? "reopen" : "settle")}</Action>}
      {may.attach && state === "orphan" && <Action press={() => attach(item.id)}>{t("attach")}</Action>}
      {mine && kind !== "highlight" && <Action press={() => start("edit")}>{t("edit")}</Action>}
      {mine && <Action press={() => start("share")}>{t("reshare")}</Action>}
      {may.remove && <Action press={() => (mine ? act("remove", {}) : start("remove"))}>{t(mine ? "remove" : "hide")}</Action>}
    </div>
  );
}

function Action({ press, pressed, children }: { press: () => void; pressed?: boolean; children: ReactNode }): ReactNode {
  return (
    <Button
      look="quiet"
      compact
      {...(pressed !== undefined && { "aria-pressed": pressed })}
      className={pressed ? "text-seal" : "text-muted"}
      onClick={press}
    >
      {children}
    </Button>
  );
}
