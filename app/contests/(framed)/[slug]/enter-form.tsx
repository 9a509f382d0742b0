"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { Button } from "#ui/button.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

/** Enters the contest, or goes on with the running attempt. A plain form; with JavaScript it spares the server a whole page. */
export function EnterForm({ slug, label }: { slug: string; label: string }): ReactNode {
  const t = useTranslations("entering");
  const router = useRouter();
  const [state, setState] = useState<{ isPending: boolean; refused?: string }>({ isPending: false });
  const playPath = `/contests/${slug}/play`;

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (state.isPending) return;
    setState({ isPending: true });
    const asked = await askServer(`/api/contests/${slug}/attempts`, {});
    if (asked.kind === "told") return router.push(playPath);
    if (asked.kind === "signed-out") return router.push(`/sign-in?next=${encodeURIComponent(`/contests/${slug}`)}`);
    setState({
      isPending: false,
      refused: asked.kind === "refused" ? asked.code : asked.kind === "not-found" ? "not-found" : "unavailable",
    });
  };
  return (
    <form method="post" action={`/api/contests/${slug}/attempts`} onSubmit={(event) => void enter(event)} className="grid gap-3">
      <input type="hidden" name="next" value={playPath} />
      <RefusalNotice code={state.refused} />
      <Button type="submit" look="primary" wide pending={state.isPending}>
        {state.isPending ? t("entering") : label}
      </Button>
    </form>
  );
}
