"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import type { Annotation } from "./annotation.ts";
import { Byline } from "./byline.tsx";
import { ReplyForm } from "./reply-form.tsx";

type Props = { replies: Annotation["replies"]; me: number; reload: () => Promise<void> };

/** The answers, oldest first. */
export function Replies({ replies, me, reload }: Props): ReactNode {
  if (replies.length === 0) return null;
  return (
    <ol className="grid gap-3 border-line border-s ps-3">
      {replies.map((reply) => (
        <Reply key={reply.id} reply={reply} me={me} reload={reload} />
      ))}
    </ol>
  );
}

function Reply({ reply, me, reload }: { reply: Annotation["replies"][number]; me: number; reload: () => Promise<void> }): ReactNode {
  const t = useTranslations("annotations");
  const [isHiding, setHiding] = useState(false);
  const path = `/api/annotation-replies/${reply.id}/remove`;
  const remove = async (): Promise<void> => {
    if (!reply.mine) return setHiding(true);
    await post(path);
    await reload();
  };
  return (
    <li className="grid gap-1">
      <Byline author={reply.author} at={reply.createdAt}>
        {reply.mayRemove && !isHiding && (
          <Button look="quiet" compact className="-my-2 text-muted" onClick={remove}>
            {t(reply.mine ? "remove" : "hide")}
          </Button>
        )}
      </Byline>
      {reply.body && (
        <p lang="zh-CN" className="whitespace-pre-wrap break-words">
          {reply.body}
        </p>
      )}
      {isHiding && (
        <ReplyForm
          path={path}
          field="reason"
          label={t("reason")}
          submit={t("hide")}
          keep={`zx:${me}:reply-${reply.id}`}
          done={() => void reload()}
          cancel={() => setHiding(false)}
        />
      )}
    </li>
  );
}
