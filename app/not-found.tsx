import type { ReactNode } from "react";
import { PlainShell } from "#ui/plain-shell.tsx";
import { lookOfRequest } from "./_http/look.ts";
import { NothingFound } from "./_http/nothing-found.tsx";

export default async function NotFound(): Promise<ReactNode> {
  return (
    <PlainShell look={await lookOfRequest()}>
      <NothingFound />
    </PlainShell>
  );
}
