import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { FIELDS, MeetingFields } from "#app/(member)/meetings/meeting-fields.tsx";
import { wallOf } from "#app/(member)/meetings/wall-of.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { getMeeting } from "#server/meetings/get-meeting.ts";
import { meetingChoices } from "#server/meetings/meeting-choices.ts";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Words } from "#ui/words.tsx";
import { AgendaEditor } from "./agenda-editor.tsx";
import { PeopleEditor } from "./people-editor.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };
const DUTIES = ["leadReader", "chair", "recorder"] as const;
const MORE = [
  "chairId",
  "recorderId",
  "leadReaderId",
  "staffNos",
  "group",
  "branchId",
  "material",
  "kind",
  "minutes",
  "personId",
  "fromBlock",
  "toBlock",
];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("edit") };
}

/** Everything about a meeting that can be changed by who runs it. */
export default async function EditMeetingPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, meeting, choices, refused, query] = await Promise.all([
    getTranslations("meetings"),
    params.then((input) => ask(getMeeting, input)),
    ask(meetingChoices),
    refusedOf(searchParams, [...FIELDS, ...MORE]),
    searchParams,
  ]);
  const { id, title, revision, startsAt, endsAt, place, link, intro, openTo, my, inside, parties, state } = meeting;
  if (!my.mayRun || !inside) notFound();
  const done = (["agenda", "people"] as const).find((one) => one === oneOf(query["done"]));
  return (
    <Page width="reading" title={t("edit")} lead={title} back={{ href: `/meetings/${id}`, label: t("backToMeeting") }}>
      <RefusalNotice code={refused.code} />
      {done && !oneOf(query["refused"]) && <Notice kind="success">{t("done.edited")}</Notice>}
      <Words>
        <SendForm action={`/api/meetings/${id}/edit`} next={`/meetings/${id}?done=edited`} submit={t("save")}>
          <input type="hidden" name="revision" value={revision} />
          <MeetingFields
            known={{ title, startsAt: wallOf(startsAt), endsAt: wallOf(endsAt), place, link, intro, openTo }}
            at={refused.at}
          />
          <div className="grid gap-5 sm:grid-cols-3">
            {DUTIES.map((duty) => (
              <SelectField
                key={duty}
                label={t(duty)}
                name={`${duty}Id`}
                optional
                defaultValue={meeting[duty]?.id ?? ""}
                error={refused.at(`${duty}Id`)}
              >
                <option value="">{t("nobodyYet")}</option>
                {inside.people.map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name}
                  </option>
                ))}
              </SelectField>
            ))}
          </div>
        </SendForm>
      </Words>
      <Section title={t("agenda")}>
        <AgendaEditor id={id} items={inside.agenda} people={inside.people} newTexts={inside.newTexts} at={refused.at} />
      </Section>
      <Section title={t("people")}>
        <PeopleEditor
          id={id}
          people={inside.people}
          parties={parties}
          groups={choices.groups}
          branches={choices.branches}
          at={refused.at}
        />
      </Section>
      {(state === "planned" || state === "open") && (
        <Section title={t("callOff")}>
          <Words>
            <ConfirmForm
              action={`/api/meetings/${id}/cancel`}
              fields={{ next: "/meetings?done=cancelled" }}
              trigger={t("callOff")}
              triggerLook="danger"
              title={t("callOffTitle")}
              lead={t("callOffLead")}
              confirm={t("callOff")}
            >
              <TextField label={t("callOffReason")} name="reason" required maxLength={300} />
            </ConfirmForm>
          </Words>
        </Section>
      )}
    </Page>
  );
}
