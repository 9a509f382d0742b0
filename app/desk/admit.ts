import { notFound, redirect } from "next/navigation";
import { pageContext } from "#app/_http/request-context.ts";
import type { Member } from "#domain/people/viewer.ts";

/** The viewer, when `may` lets them open this page; a visitor is led to sign-in, anybody else finds no such page. */
export async function admit(may: (viewer: Member) => boolean): Promise<Member> {
  const { viewer } = await pageContext();
  if (viewer.kind === "visitor") redirect("/sign-in");
  if (!may(viewer)) notFound();
  return viewer;
}
