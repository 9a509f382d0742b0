import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { listCheckReveals } from "#server/materials/list-check-reveals.ts";
import { readMaterial } from "#server/materials/read-material.ts";

/** The text of an address, asked for once a rendering: in the language the address names, else in that of the page. */
export const materialOf = cache(async (slug: string, language: string | undefined) =>
  ask(readMaterial, { slug, language: language ?? ((await getLocale()) === "en" ? "en" : "zh") }),
);

/** What the reader's answers have opened already; asked only where there are any. */
export async function revealsOf(slug: string, checks: readonly { tries: number }[]) {
  if (checks.every(({ tries }) => tries === 0)) return new Map();
  const { reveals } = await ask(listCheckReveals, { slug });
  return new Map(reveals.map(({ questionId, reveal }) => [questionId, reveal]));
}

/** The number of who reads, under which this browser keeps texts and unsent answers apart from another's. */
export async function readerNumber(): Promise<number> {
  const { viewer } = await pageContext();
  return viewer.kind === "member" ? viewer.personId : 0;
}

/** Whether this browser asked for the serif face in texts. */
export async function wantsSerif(): Promise<boolean> {
  return (await cookies()).get("zx-face")?.value === "serif";
}
