import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { draftOfVersion } from "#app/desk/materials/editor/draft.ts";
import { MaterialEditor } from "#app/desk/materials/editor/material-editor.tsx";
import { openBranches } from "#app/desk/materials/open-branches.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { getMaterialDesk } from "#server/materials/get-material-desk.ts";
import { listMaterialsDesk } from "#server/materials/list-materials-desk.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("materialDesk"))("editTitle") };
}

/** The next version of a text, written over the newest. */
export default async function EditMaterialPage({ params }: Props): Promise<ReactNode> {
  const { slug } = await params;
  const [t, material, { collections }, { branches }] = await Promise.all([
    getTranslations("materialDesk"),
    ask(getMaterialDesk, { slug }),
    ask(listMaterialsDesk),
    ask(listBranches),
  ]);
  const { latest, publishedNumber } = material;
  return (
    <Page
      title={t("editTitle")}
      lead={publishedNumber === null ? t("editLead") : t("editPublishedLead", { number: publishedNumber })}
      back={{ href: `/desk/materials/${slug}`, label: latest.title }}
      width="wide"
    >
      <Words names={["materialDesk", "textChanges", "refusals", "fields"]}>
        <MaterialEditor
          key={latest.number}
          start={draftOfVersion(material)}
          startBlocks={material.blocks}
          startBlocksEn={material.blocksEn}
          branches={openBranches(branches)}
          files={material.files}
          questions={material.textQuestions}
          edited={{ slug, from: latest.number }}
          collections={collections.map(({ name }) => name).filter((name) => name !== "")}
          leave={`/desk/materials/${slug}`}
        />
      </Words>
    </Page>
  );
}
