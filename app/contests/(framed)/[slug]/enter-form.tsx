"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { Button } from "#ui/button.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

/** Enters the contest or its rehearsal, or goes on with the running attempt. A plain form; with JavaScript it spares the server a whole page. */
export function EnterForm({ slug, label, rehearses = false }: { slug: string; label: string; rehearses?: boolean }): ReactNode {
  const t = useTranslations("entering");
  const router = useRouter();
  const [state, setState] = useState<{ isPending: boolean; refused?: string }>({ isPending: false });
  const playPath = `/contests/${slug}/${rehearses ? "rehearsal" : "play"}`;
  const action = `/api/contests/${slug}/${rehearses ? "rehearsals" : "attempts"}`;

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (state.isPending) return;
    setState({ isPending: true });
    const asked = await askServer(action, {});
    if (asked.kind === "told") return router.push(playPath);
    if (asked.kind === "signed-out") return router.push(`/sign-in?next=${encodeURIComponent(`/contests/${slug}`)}`);
    setState({
      isPending: false,
      refused: asked.kind === "refused" ? asked.code : asked.kind === "not-found" ? "not-found" : "unavailable",
    });
  };
  return (
    <form method="post" action={action} onSubmit={(event) => void enter(event)} className="grid gap-3">
      <input type="hidden" name="next" value={playPath} />
      <RefusalNotice code={state.refused} />
      <Button type="submit" look={rehearses ? "secondary" : "primary"} wide pending={state.isPending}>
        {state.isPending ? t("entering") : label}
      </Button>
    </form>
  );
}
