import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { About } from "#app/(member)/reflections/about.tsx";
import { Editor } from "#app/(member)/reflections/editor.tsx";
import { getPrompt } from "#server/reflections/get-prompt.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reflections"))("write") };
}

/** A new piece, on a text (`?material=`), for an item of a programme (`?item=`), after a meeting (`?meeting=`), or on its own. It is made by its first words. */
export default async function NewReflectionPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const query = await searchParams;
  const [material, item, meeting] = [oneOf(query["material"]), oneOf(query["item"]), oneOf(query["meeting"])];
  const [t, prompt] = await Promise.all([getTranslations("reflections"), ask(getPrompt, { material, item, meeting })]);
  if (prompt.existing !== null) redirect(`/reflections/${prompt.existing}`);
  return (
    <Page width="reading" title={t("write")} back={{ href: "/reflections", label: t("title") }}>
      <About material={prompt.material} item={prompt.item} meeting={prompt.meeting} />
      <Words names={["reflections", "refusals"]}>
        <Editor
          id={null}
          revision={0}
          title=""
          body=""
          about={{ ...(material && { material }), ...(item && { item }), ...(meeting && { meeting }) }}
        />
      </Words>
    </Page>
  );
}
