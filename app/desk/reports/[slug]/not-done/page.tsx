import { BellRing, CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { NameNotice } from "#app/desk/reports/name-notice.tsx";
import { reportAddress } from "#app/desk/reports/report-address.ts";
import { ReportFilterBar } from "#app/desk/reports/report-filter-bar.tsx";
import { ReportFrame } from "#app/desk/reports/report-frame.tsx";
import { queryOf } from "#app/desk/reports/report-query.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { titleIn } from "#domain/programmes/title-in.ts";
import { getNotDone } from "#server/completion/get-not-done.ts";
import { Empty } from "#ui/empty.tsx";
import { SelectField } from "#ui/field.tsx";
import { Figure } from "#ui/figure.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Words } from "#ui/words.tsx";
import { chatText } from "./chat-text.ts";
import { CopyText } from "./copy-text.tsx";
import { NamesByBranch } from "./names-by-branch.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("completion"))("notDoneTitle") };
}

/** Who has not done an item, or has something of the programme left: the number first, the text for a chat, one button to remind them. */
export default async function NotDonePage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, locale, { slug }, { done, ...query }, refused] = await Promise.all([
    getTranslations("completion"),
    getLocale(),
    params,
    queryOf(searchParams),
    refusedOf(searchParams, ["reason"]),
  ]);
  const { branchId, audience, module, item } = query;
  const narrowed = { branchId, audience, module, item };
  const list = await ask(getNotDone, { slug, ...narrowed });
  const here = reportAddress(slug, "/not-done", narrowed);
  const texts = await chatText(list, item !== undefined);
  const isOpen = (list.unfinished ?? 0) > 0 || list.units.length > 0;
  return (
    <ReportFrame report={list} view="/not-done" query={narrowed}>
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={done === "reminded" ? t("reminded") : undefined} refused={refused.code} />
      <NameNotice names={list.names} here={here} branchId={branchId} error={refused.at("reason")} />
      <ReportFilterBar programme={list.programme} query={narrowed} view="/not-done">
        <SelectField label={t("filters.item")} name="item" defaultValue={item ?? ""} className="sm:max-w-72">
          <option value="">{t("everyItem")}</option>
          {list.everyItem.map((one) => (
            <option key={one.id} value={one.id}>
              {titleIn(locale, one)}
            </option>
          ))}
        </SelectField>
      </ReportFilterBar>
      {list.unfinished === null ? (
        <Notice>{t("withheld")}</Notice>
      ) : (
        <Figure value={list.unfinished} unit={t("notDoneNumber")} label={t("ofPeople", { people: list.people ?? 0 })} />
      )}
      {!isOpen && list.unfinished !== null && (
        <Empty title={t("allDone")} icon={CircleCheck}>
          {t("allDoneLead")}
        </Empty>
      )}
      {isOpen && (
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <div className="grid gap-5">
            <Section title={t("copyTitle")}>
              <Words names={["completion"]}>
                <CopyText text={texts.join("\n")} />
              </Words>
            </Section>
            <div className="no-print grid gap-2">
              <SendForm
                action="/api/desk/reminders"
                next={`${here}${here.includes("?") ? "&" : "?"}done=reminded`}
                submit={
                  <>
                    <BellRing aria-hidden className="size-4" />
                    {t("remind")}
                  </>
                }
              >
                <input type="hidden" name="programmeId" value={list.programme.id} />
                {item && <input type="hidden" name="itemId" value={item} />}
                {branchId && <input type="hidden" name="branchId" value={branchId} />}
                {audience && <input type="hidden" name="audience" value={audience} />}
                {module && <input type="hidden" name="module" value={module} />}
              </SendForm>
              <p className="text-muted text-sm">{t("remindHint")}</p>
            </div>
          </div>
          <NamesByBranch list={list} isOfItem={item !== undefined} />
        </div>
      )}
    </ReportFrame>
  );
}
