import { Download } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { titleIn } from "#domain/programmes/title-in.ts";
import { buttonClass } from "#ui/button.tsx";
import { Page } from "#ui/page.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { PrintButton } from "./print-button.tsx";
import { type Query, reportAddress } from "./report-address.ts";

type Place = Readonly<{ id: number; name: string }>;
type Report = Readonly<{
  programme: Readonly<{ slug: string; title: string; titleEn: string; branch: string; opensAt: Date; closesAt: Date }>;
  scope: Readonly<{ focus: Place | null; above: readonly Place[] }>;
}>;
type Props = { report: Report; view: "" | "/people" | "/not-done"; query: Query; exported?: string; children: ReactNode };

/** Of the whole document: a named page is not taken over from inside a grid. */
const LANDSCAPE = "@page { size: A4 landscape; margin: 12mm }";

/** The way from the top of one's reach down to what is shown; each step leads to its own report. */
async function Crumbs({ report: { programme, scope }, view }: Pick<Props, "report" | "view">): Promise<ReactNode> {
  const t = await getTranslations("completion");
  if (!scope.focus) return null;
  return (
    <nav aria-label={t("crumbs")}>
      <ol className="flex flex-wrap items-center gap-x-2">
        {scope.above.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-x-2">
            <Link
              href={reportAddress(programme.slug, view, { branchId: String(id) })}
              className="inline-flex min-h-11 items-center text-seal hover:underline"
            >
              {name}
            </Link>
            <span aria-hidden className="text-muted">
              /
            </span>
          </li>
        ))}
        <li aria-current="page" className="inline-flex min-h-11 items-center font-medium">
          {scope.focus.name}
        </li>
      </ol>
    </nav>
  );
}

/** Head, way and views of a programme's reports; the same narrowing goes along from one view to the next. */
export async function ReportFrame({ report, view, query, exported, children }: Props): Promise<ReactNode> {
  const [t, locale] = await Promise.all([getTranslations("completion"), getLocale()]);
  const { programme } = report;
  const { branchId, audience, module, item } = query;
  const kept = { branchId, audience, module };
  const tabs = [
    { href: reportAddress(programme.slug, "", kept), label: t("views.branches"), view: "" },
    { href: reportAddress(programme.slug, "/people", kept), label: t("views.people"), view: "/people" },
    { href: reportAddress(programme.slug, "/not-done", { ...kept, item }), label: t("views.notDone"), view: "/not-done" },
  ];
  return (
    <>
      <style>{LANDSCAPE}</style>
      <Page
        title={titleIn(locale, programme)}
        width="wide"
        back={{ href: "/desk/reports", label: t("back") }}
        lead={
          <>
            {programme.branch} · <TimeText at={programme.opensAt} form="day" /> – <TimeText at={programme.closesAt} form="day" />
          </>
        }
        action={
          <span className="flex flex-wrap gap-2">
            <PrintButton label={t("print")} />
            {exported && (
              <a
                href={reportAddress(programme.slug, "/export", { ...query, page: undefined, view: exported, language: locale })}
                download
                className={buttonClass({ look: "secondary" })}
              >
                <Download aria-hidden className="size-4" />
                {t("export")}
              </a>
            )}
          </span>
        }
      >
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
          <Tabs label={t("views.label")} tabs={tabs} current={tabs.find((tab) => tab.view === view)?.href ?? ""} />
          <Crumbs report={report} view={view} />
          {children}
        </div>
      </Page>
    </>
  );
}
