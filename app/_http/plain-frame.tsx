import type { ReactNode } from "react";
import { PlainShell } from "#ui/plain-shell.tsx";
import { DemoBanner } from "./banners.tsx";
import { organisationOfPage } from "./in-turn.ts";
import { lookOfRequest } from "./look.ts";

/** The frame of pages for those who are not signed in yet. */
export async function PlainFrame({ children }: { children: ReactNode }): Promise<ReactNode> {
  const [look, organisation] = await Promise.all([lookOfRequest(), organisationOfPage()]);
  return (
    <PlainShell look={look} {...(organisation?.name && { organisation: organisation.name })} banner={<DemoBanner />}>
      {children}
    </PlainShell>
  );
}
