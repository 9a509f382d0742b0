"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";

type Reply = "yes" | "online" | "leave";
type Props = Readonly<{ id: number; reply: Reply | null; reason: string; needsReason: boolean; hasLink: boolean }>;

/** Comes, comes online, or asks for leave, in one tap, also before the page is awake; a leave is asked why first. */
export function ReplyForm({ id, reply: known, reason, needsReason, hasLink }: Props): ReactNode {
  const t = useTranslations("meetings");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  // What was just sent is shown at once: on a slow line the page that is read again comes later, or not at all.
  const [reply, setReply] = useState(known);
  const [isLeaving, setLeaving] = useState(false);
  const [why, setWhy] = useState(reason);
  const [busy, setBusy] = useState<Reply | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  async function send(wanted: Reply): Promise<void> {
    if (busy) return;
    setBusy(wanted);
    setRefused(null);
    const said = await post(`/api/meetings/${id}/reply`, { reply: wanted, ...(wanted === "leave" && { reason: why }) });
    setBusy(null);
    if (!said.ok)
      return setRefused(said.code === "offline" ? t("notSent") : refusals.has(said.code) ? refusals(said.code) : refusals("invalid"));
    setLeaving(false);
    setReply(wanted);
    router.refresh();
  }

  const look = (one: Reply) =>
    reply === one ? ("secondary" as const) : reply === null && one === "yes" ? ("primary" as const) : ("quiet" as const);
  return (
    <div className="grid gap-4">
      <p aria-live="polite" className="font-semibold">
        {t(reply ? `replies.${reply}` : "replies.ask")}
      </p>
      <div className="grid gap-2 sm:flex sm:flex-wrap">
        {(hasLink ? (["yes", "online"] as const) : (["yes"] as const)).map((one) => (
          <form
            key={one}
            method="post"
            action={`/api/meetings/${id}/reply`}
            className="grid"
            onSubmit={(event) => {
              event.preventDefault();
              void send(one);
            }}
          >
            <input type="hidden" name="next" value={`/meetings/${id}`} />
            <input type="hidden" name="reply" value={one} />
            <Button type="submit" look={look(one)} aria-pressed={reply === one} pending={busy === one}>
              {t(`reply.${one}`)}
            </Button>
          </form>
        ))}
        <Button look={look("leave")} aria-pressed={reply === "leave"} aria-expanded={isLeaving} onClick={() => setLeaving(!isLeaving)}>
          {t("reply.leave")}
        </Button>
      </div>
      {isLeaving && (
        <div className="grid gap-3">
          <TextField
            label={t("reply.reason")}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            maxLength={200}
            optional={!needsReason}
            error={refused ?? undefined}
          />
          <Button className="justify-self-start" pending={busy === "leave"} onClick={() => send("leave")}>
            {t("reply.sendLeave")}
          </Button>
        </div>
      )}
      {refused && !isLeaving && <Notice kind="error">{refused}</Notice>}
    </div>
  );
}
