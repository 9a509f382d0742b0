import { Download } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { buttonClass } from "#ui/button.tsx";
import { Page, Section } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { ImportDesk } from "./import-desk.tsx";
import type { ImportKind } from "./import-reply.ts";

/** The way in for a whole list: template, file, dry run, real run. */
export async function ImportPage({ kind }: { kind: ImportKind }): Promise<ReactNode> {
  const [t, locale] = await Promise.all([getTranslations("importDesk"), getLocale()]);
  return (
    <Page title={t(`${kind}.title`)} lead={t(`${kind}.lead`)} width="wide" back={{ href: `/desk/${kind}`, label: t(`${kind}.back`) }}>
      <Section title={t("step1")}>
        <p className="text-muted">{t("step1Lead")}</p>
        <a href={`/api/desk/${kind}/template?language=${locale}`} download className={`${buttonClass()} justify-self-start`}>
          <Download aria-hidden className="size-4" />
          {t("template")}
        </a>
      </Section>
      <Words names={["importDesk", "importProblems", "refusals"]}>
        <ImportDesk kind={kind} />
      </Words>
    </Page>
  );
}
