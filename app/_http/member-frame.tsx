import type { ReactNode } from "react";
import { can } from "#domain/access.ts";
import { countUnread } from "#server/notices/count-unread.ts";
import { ForgetOthers } from "#ui/forget-others.tsx";
import { AppShell } from "#ui/shell.tsx";
import { DemoBanner } from "./banners.tsx";
import { inTurn, organisationOfPage } from "./in-turn.ts";
import { lookOfRequest } from "./look.ts";
import { pageContext } from "./request-context.ts";

/** The member's frame around a page, filled for whoever asks: name, organisation, desk for those with an office, demo banner. */
export async function MemberFrame({ children }: { children: ReactNode }): Promise<ReactNode> {
  const [look, { viewer, now }, organisation] = await Promise.all([lookOfRequest(), pageContext(), organisationOfPage()]);
  const member = viewer.kind === "member" ? viewer : null;
  const unread = member ? await inTurn(() => countUnread(member.personId, now)) : undefined;
  return (
    <AppShell
      look={look}
      person={member && { name: member.name }}
      organisation={organisation?.name}
      unread={unread}
      showDesk={member !== null && can.openDesk(member)}
      banner={<DemoBanner />}
    >
      {member && <ForgetOthers person={member.personId} />}
      {children}
    </AppShell>
  );
}
