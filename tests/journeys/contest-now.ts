import type { BrowserContext } from "@playwright/test";
import { house, postAs } from "./stage.ts";

export const DAY_MS = 86_400_000;

/** A published contest of the whole organisation that is open for a week, by rules of one's own; five single choices. */
export async function aContestNow(organizer: BrowserContext, title: string, rules: object): Promise<{ slug: string }> {
  const reply = await organizer.request.get(`${house.url}/api/desk/branches`, { headers: { accept: "application/json" } });
  const { branches } = (await reply.json()) as { branches: { id: number }[] };
  const now = Date.now();
  const { slug } = await postAs<{ slug: string }>(organizer, "/api/desk/contests", {
    ...{ title, branchId: branches[0]?.id },
    opensAt: new Date(now - 60_000).toISOString(),
    closesAt: new Date(now + 7 * DAY_MS).toISOString(),
    rules: { limitMs: 1_200_000, ...rules },
    // Of one subject alone: what a contest may ask is kept back from practice, and others of this house practise.
    blueprint: [{ category: "理论学习", kind: "single", count: 5, worth: 10_000 }],
  });
  await postAs(organizer, `/api/desk/contests/${slug}/publish`);
  return { slug };
}
