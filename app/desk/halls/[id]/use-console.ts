import { useEffect, useEffectEvent, useRef, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { press } from "#app/hall/press.ts";
import { useHall } from "#app/hall/use-hall.ts";
import type { Act } from "#domain/halls/acts.ts";
import { useOneAtATime } from "#ui/use-one-at-a-time.ts";
import type { ConsolePage } from "./console-page.ts";

/** The final as its console knows it: told by the stream that something happened, it asks for what only the console may see. */
export function useConsole(first: ConsolePage) {
  const [page, setPage] = useState(first);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { view, time, isLive } = useHall(first);
  const sending = useRef(false);

  const reload = useOneAtATime(async () => {
    const asked = await askServer<ConsolePage>(`/api/desk/halls/${first.id}`);
    if (asked.kind === "told") setPage(asked.value);
  });
  const hear = useEffectEvent(() => {
    if (view.seq !== page.view.seq) void reload();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer line of the ledger says when to ask
  useEffect(() => hear(), [view.seq]);

  const act = async (said: Act, reason?: string): Promise<boolean> => {
    if (sending.current) return false;
    sending.current = true;
    setBusy(true);
    const body = { acted: page.acted, act: said, ...(reason && { reason }) };
    const posted = await postJson<{ seq: number }>(`/api/desk/halls/${first.id}/acts`, body);
    setRefused(posted.ok ? null : posted.refused);
    await reload();
    sending.current = false;
    setBusy(false);
    return posted.ok;
  };
  const buzzFor = async (seat: number): Promise<void> => {
    const pressed = await press({ id: first.id, ticket: page.ticket }, page.view.item?.seq ?? 0, seat);
    setRefused(pressed.outcome === "refused" ? { code: pressed.code, params: {}, fields: [] } : null);
    await reload();
  };
  return { page, time, isLive, isBusy, refused, act, buzzFor };
}
