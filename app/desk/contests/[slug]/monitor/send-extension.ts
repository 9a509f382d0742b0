import type { ExtendTarget } from "./target-fields.tsx";

/** `moved`: how many running attempts got a new due time; `paths`: the fields that were refused. */
export type Extended = Readonly<{ done: true; moved: number }> | Readonly<{ done: false; code: string; paths: readonly string[] }>;

/** Asks for more time. A dead line is an answer too: `offline`. */
export async function sendExtension(
  slug: string,
  { minutes, reason, ...target }: ExtendTarget & { minutes: number; reason: string },
): Promise<Extended> {
  const { to } = target;
  const body = {
    to,
    minutes,
    reason,
    ...(to === "branch" && { branchId: target.branchId }),
    ...(to === "person" && { personId: target.personId }),
  };
  try {
    const reply = await fetch(`/api/desk/contests/${slug}/extend`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    const said = (await reply.json()) as { moved?: number; refused?: string; fields?: readonly { path: string }[] };
    if (reply.ok) return { done: true, moved: said.moved ?? 0 };
    return { done: false, code: said.refused ?? "unavailable", paths: (said.fields ?? []).map(({ path }) => path) };
  } catch {
    return { done: false, code: "offline", paths: [] };
  }
}
