import type { bodyOf } from "./draft-body.ts";
import type { Problem } from "./problem.ts";

export type Saved = Readonly<{ saved: true; slug: string }> | Readonly<{ saved: false; code: string; problems: readonly Problem[] }>;

type Refused = Readonly<{ refused?: string; fields?: readonly Problem[] }>;

/** Sends the form: to a new contest, or to the draft `edited` if nobody has changed it since. A dead line is an answer too: `offline`. */
export async function saveContest(
  body: ReturnType<typeof bodyOf>,
  edited: Readonly<{ slug: string; revision: number }> | null,
): Promise<Saved> {
  const path = edited ? `/api/desk/contests/${edited.slug}` : "/api/desk/contests";
  try {
    const reply = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(edited ? { ...body, revision: edited.revision } : body),
    });
    const said = (await reply.json()) as Refused & { slug?: string };
    if (reply.ok && said.slug) return { saved: true, slug: said.slug };
    return { saved: false, code: said.refused ?? "unavailable", problems: said.fields ?? [] };
  } catch {
    return { saved: false, code: "offline", problems: [] };
  }
}
