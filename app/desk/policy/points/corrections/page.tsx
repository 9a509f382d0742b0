import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask, tryAsk } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { can } from "#domain/access.ts";
import { getOrganisation } from "#server/organisation/get-organisation.ts";
import { listPersonPoints } from "#server/points/list-person-points.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { PointEntry } from "#ui/point-entry.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pointsDesk"))("corrections") };
}

/** Takes points back, by the number of the entry; where points are not private to their owner, with somebody's entries to look at. */
export default async function CorrectionsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.setPolicy);
  const [t, { lightBurden }, refused, query] = await Promise.all([
    getTranslations("pointsDesk"),
    ask(getOrganisation),
    refusedOf(searchParams, ["entry", "points", "reason"]),
    searchParams,
  ]);
  return (
    <Page
      title={t("corrections")}
      lead={t("correctionsLead")}
      width="reading"
      back={{ href: "/desk/policy/points", label: t("backRules") }}
    >
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={oneOf(query["done"]) === "corrected" ? t("corrected") : undefined} refused={oneOf(query["refused"])} />
      {lightBurden && <Notice>{t("private")}</Notice>}
      {lightBurden ? null : <SomebodysEntries staffNo={oneOf(query["staffNo"])} />}
      <SendForm action="/api/desk/points/corrections" next="/desk/policy/points/corrections?done=corrected" submit={t("correct")}>
        <TextField
          label={t("entryNumber")}
          hint={t("entryHint")}
          error={refused.at("entry")}
          name="entry"
          type="number"
          min={1}
          required
          inputMode="numeric"
        />
        <TextField
          label={t("take")}
          error={refused.at("points")}
          name="points"
          type="number"
          min={1}
          max={1_000}
          required
          inputMode="numeric"
        />
        <TextField label={t("reason")} error={refused.at("reason")} name="reason" required maxLength={500} />
      </SendForm>
    </Page>
  );
}

async function SomebodysEntries({ staffNo }: { staffNo: string | undefined }): Promise<ReactNode> {
  const t = await getTranslations("pointsDesk");
  const found = staffNo ? await tryAsk(listPersonPoints, { staffNo }) : null;
  return (
    <Section title={t("find")}>
      <form className="flex flex-wrap items-end gap-3">
        <TextField label={t("staffNo")} name="staffNo" required maxLength={40} defaultValue={staffNo} />
        <Button type="submit">{t("show")}</Button>
      </form>
      {found && !found.ok && <Notice kind="warning">{t("noSuch")}</Notice>}
      {found?.ok && (
        <div>
          <h3 className="font-semibold">{t("entriesOf", { name: found.value.name })}</h3>
          {found.value.entries.length === 0 && <p className="text-muted">{t("noEntries")}</p>}
          <ul>
            {found.value.entries.map((entry) => (
              <PointEntry key={entry.id} entry={{ ...entry, path: null }} />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
