import { redirect } from "next/navigation";
import { oneOf, type Search } from "#app/_http/refused.ts";

/** The stable address of searching; the search itself is the study page's. */
export default async function SearchPage({ searchParams }: { searchParams: Search }): Promise<never> {
  const q = oneOf((await searchParams)["q"]);
  redirect(q ? `/study?q=${encodeURIComponent(q)}` : "/study");
}
