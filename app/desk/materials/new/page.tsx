import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { openBranches } from "#app/desk/materials/open-branches.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { listMaterialsDesk } from "#server/materials/list-materials-desk.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { NewMaterial } from "./new-material.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("materialDesk"))("newTitle") };
}

/** Where a text comes into the library: pasted or from a file. */
export default async function NewMaterialPage(): Promise<ReactNode> {
  const [t, { collections }, { branches }] = await Promise.all([
    getTranslations("materialDesk"),
    ask(listMaterialsDesk),
    ask(listBranches),
  ]);
  return (
    <Page title={t("newTitle")} lead={t("newLead")} back={{ href: "/desk/materials", label: t("title") }} width="wide">
      <Words names={["materialDesk", "textChanges", "refusals", "fields"]}>
        <NewMaterial collections={collections.map(({ name }) => name).filter((name) => name !== "")} branches={openBranches(branches)} />
      </Words>
    </Page>
  );
}
