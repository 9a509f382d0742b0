import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { StandingBadge } from "#app/desk/people/people-table.tsx";
import { listBranches } from "#server/branches/list-branches.ts";
import { listOffices } from "#server/offices/list-offices.ts";
import { getPerson } from "#server/people/get-person.ts";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { AccessPart } from "./access-part.tsx";
import { DetailsForm } from "./details-form.tsx";
import { GrantForm } from "./grant-form.tsx";
import { HeldOffices } from "./held-offices.tsx";
import { Moves } from "./moves.tsx";
import { StandingPart } from "./standing-part.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };

const FIELDS = ["name", "branchId", "tags", "timePercent", "pinyinFull", "pinyinInitials", "reason", "office"];
const DONE = ["added", "saved", "disabled", "enabled", "granted", "ended"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getPerson, await params)).name };
}

/** One person: what is known, the way in, offices, moves, and whether the account is in use. */
export default async function PersonPage({ params, searchParams }: Props): Promise<ReactNode> {
  const { id } = await params;
  const [t, person, { branches }, held, refused, query] = await Promise.all([
    getTranslations("peopleDesk"),
    ask(getPerson, { id }),
    ask(listBranches),
    ask(listOffices, { personId: id }),
    refusedOf(searchParams, FIELDS),
    searchParams,
  ]);
  const done = DONE.find((one) => one === oneOf(query["done"]));
  // Two forms of this page name a branch; this refusal can only be about an office's.
  const isAboutOffice = oneOf(query["refused"]) === "admin-at-root";
  const errorAt = (form: "details" | "office") => (field: string) =>
    field === "branchId" && isAboutOffice !== (form === "office") ? undefined : refused.at(field);
  const mayEnd = new Set(held.offices.flatMap((office) => (office.mayEnd ? [office.id] : [])));
  return (
    <Page
      title={
        <span className="flex flex-wrap items-center gap-3">
          {person.name}
          <span className="font-normal font-sans">
            <StandingBadge disabled={person.disabledAt !== null} joined={person.joined} />
          </span>
        </span>
      }
      lead={`${person.branch.name} · ${person.staffNo}`}
      back={{ href: "/desk/people", label: t("back") }}
    >
      {(refused.code || (done && !oneOf(query["refused"]))) && (
        <div className="grid gap-4">
          <RefusalNotice code={refused.code} />
          <DoneNotice sentence={done && t(`done.${done}`)} refused={oneOf(query["refused"])} />
        </div>
      )}
      <Section title={t("access")}>
        <AccessPart person={person} />
      </Section>
      <Section title={t("about")} aside={<Link href={`/desk/audit?object=person&objectId=${person.id}`}>{t("ledger")}</Link>}>
        <DetailsForm person={person} branches={branches} errorAt={errorAt("details")} />
      </Section>
      <Section title={t("officesTitle")}>
        <HeldOffices personId={person.id} offices={person.offices} mayEnd={mayEnd} />
        {person.disabledAt === null && <GrantForm person={person} branches={branches} errorAt={errorAt("office")} />}
      </Section>
      <Section title={t("moves")}>
        <Moves moves={person.moves} />
      </Section>
      <Section title={t("standing")}>
        <StandingPart person={person} />
      </Section>
    </Page>
  );
}
