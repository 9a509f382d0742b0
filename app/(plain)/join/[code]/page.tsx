import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Search } from "#app/_http/refused.ts";
import { JoinForm } from "#app/(plain)/join/join-form.tsx";

/** The address holds a secret that works once: nobody indexes it and it is told to no other site. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("join"))("title"), robots: { index: false }, referrer: "same-origin" };
}

type Props = { params: Promise<{ code: string }>; searchParams: Search };

export default async function JoinWithCodePage({ params, searchParams }: Props): Promise<ReactNode> {
  const { code } = await params;
  return <JoinForm code={/^[\w-]{1,100}$/.test(code) ? code : ""} search={searchParams} />;
}
