import { useEffect, useState } from "react";
import { post } from "#app/(member)/post.ts";

type Refused = { code: string; params: Record<string, string | number> };
type Answer = { state: "waiting" | "declined" | "in" };
export type Knock = Exclude<Answer["state"], "in"> | null;
const ASK_AGAIN_MS = 4_000;

/** Asks at the door of a meeting, and goes in as soon as somebody lets one in. `first`: how it stood when the page was read. */
export function useKnock(id: number, first: Knock = null) {
  const [stands, setStands] = useState<Knock>(first);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setBusy] = useState(false);
  const hear = (answer: Answer): void => {
    setRefused(null);
    if (answer.state === "in") window.location.assign(`/meetings/${id}/room`);
    else setStands(answer.state);
  };
  const knock = async (body: { code?: string; mode?: string } = {}): Promise<void> => {
    setBusy(true);
    const reply = await post<Answer>(`/api/meetings/${id}/room/knocks`, body);
    setBusy(false);
    if (reply.ok) hear(reply.value);
    else setRefused(reply);
  };
  useEffect(() => {
    if (stands !== "waiting") return;
    const timer = setInterval(async () => {
      const reply = await post<Answer>(`/api/meetings/${id}/room/knocks`);
      if (reply.ok && reply.value.state === "in") window.location.assign(`/meetings/${id}/room`);
      else if (reply.ok && reply.value.state === "declined") setStands("declined");
      else if (!reply.ok && reply.code !== "offline") {
        setStands(null);
        setRefused(reply);
      }
    }, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [id, stands]);
  return { stands, refused, setRefused, isBusy, setBusy, knock };
}
