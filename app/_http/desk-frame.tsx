import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { type DeskPlace, DeskShell } from "#ui/desk-shell.tsx";
import { DemoBanner, PlainHttpBanner } from "./banners.tsx";
import { organisationOfPage } from "./in-turn.ts";
import { lookOfRequest } from "./look.ts";
import { pageContext } from "./request-context.ts";

const runsContests = (viewer: Member) => viewer.offices.some(({ office }) => office === "admin" || office === "organizer");

/** The desk's places in the order of the bar, each with who may open it. */
const places: readonly (readonly [DeskPlace, (viewer: Member) => boolean])[] = [
  ["overview", can.openDesk],
  ["people", can.seePeople],
  ["branches", can.seePeople],
  ["materials", can.seeMaterialsDesk],
  ["programmes", runsContests],
  ["tasks", can.seeTasks],
  ["questions", can.seeQuestions],
  ["contests", runsContests],
  ["halls", runsContests],
  ["groups", can.seeMeetingsDesk],
  ["meetings", can.seeMeetingsDesk],
  ["reports", can.seeReports],
  ["complaints", can.readComplaints],
  ["policy", can.setPolicy],
  ["audit", can.seeAudit],
];

/**
 * The organizer's frame around a page, with the places the viewer's offices open. A visitor is led to sign-in; for somebody without an
 * office there is no desk. What a page shows is still its own queries' decision.
 */
export async function DeskFrame({ children }: { children: ReactNode }): Promise<ReactNode> {
  const [look, { viewer }, organisation, incoming] = await Promise.all([lookOfRequest(), pageContext(), organisationOfPage(), headers()]);
  if (viewer.kind === "visitor") redirect(`/sign-in?next=${encodeURIComponent(incoming.get("x-zx-path") ?? "/desk")}`);
  if (!can.openDesk(viewer)) notFound();
  return (
    <DeskShell
      look={look}
      person={{ name: viewer.name }}
      organisation={organisation?.name}
      places={places.filter(([, may]) => may(viewer)).map(([place]) => place)}
      banner={
        <>
          <DemoBanner />
          <PlainHttpBanner />
        </>
      }
    >
      {children}
    </DeskShell>
  );
}
