import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { can } from "#domain/access.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { listOffices } from "#server/offices/list-offices.ts";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { BranchForm } from "./branch-form.tsx";
import { ClosingPart } from "./closing-part.tsx";
import { InsidePart } from "./inside-part.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };

const DONE = ["added", "saved", "closed", "reopened"] as const;

async function branchOf(params: Props["params"]) {
  const [{ id }, { branches }] = await Promise.all([params, ask(listBranches)]);
  return { branches, branch: branches.find((one) => String(one.id) === id) ?? notFound() };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await branchOf(params)).branch.name };
}

/** One branch: what it is called and where it stands, who is in it, and whether it is open. */
export default async function BranchPage({ params, searchParams }: Props): Promise<ReactNode> {
  await admit(can.seePeople);
  const { branches, branch } = await branchOf(params);
  const [t, { offices }, refused, query] = await Promise.all([
    getTranslations("branchesDesk"),
    ask(listOffices, { branchId: branch.id }),
    refusedOf(searchParams, ["name", "code", "kind", "parentId"]),
    searchParams,
  ]);
  const done = DONE.find((one) => one === oneOf(query["done"]));
  const below = branches.filter(({ parentId }) => parentId === branch.id);
  return (
    <Page
      title={branch.name}
      lead={[branch.code, branch.kind].filter(Boolean).join(" · ")}
      back={{ href: "/desk/branches", label: t("back") }}
    >
      {(refused.code || (done && !oneOf(query["refused"]))) && (
        <div className="grid gap-4">
          <RefusalNotice code={refused.code} params={{ count: refused.code === "branch-has-children" ? below.length : branch.members }} />
          <DoneNotice sentence={done && t(`done.${done}`)} refused={oneOf(query["refused"])} />
        </div>
      )}
      {!branch.mayEdit && <Notice>{t("noEdit")}</Notice>}
      <Section title={t("inside")}>
        <InsidePart branch={branch} below={below} offices={offices.filter((office) => office.branch.id === branch.id)} />
      </Section>
      {branch.mayEdit && (
        <>
          <Section title={t("about")} aside={<Link href={`/desk/audit?object=branch&objectId=${branch.id}`}>{t("ledger")}</Link>}>
            <BranchForm branch={branch} branches={branches} errorAt={refused.at} />
          </Section>
          <Section title={t("closing")}>
            <ClosingPart branch={branch} openBelow={below.filter(({ closedAt }) => closedAt === null).length} />
          </Section>
        </>
      )}
    </Page>
  );
}
