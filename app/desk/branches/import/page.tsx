import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { admit } from "#app/desk/admit.ts";
import { ImportPage } from "#app/desk/import/import-page.tsx";
import { can } from "#domain/access.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("importDesk"))("branches.title") };
}

/** A list of branches comes in whole or not at all. */
export default async function ImportBranchesPage(): Promise<ReactNode> {
  await admit(can.seePeople);
  return <ImportPage kind="branches" />;
}
