import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Search } from "#app/_http/refused.ts";
import { JoinForm } from "./join-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("join"))("title") };
}

export default function JoinPage({ searchParams }: { searchParams: Search }): ReactNode {
  return <JoinForm code="" search={searchParams} />;
}
