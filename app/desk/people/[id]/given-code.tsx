"use client";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { TimeText } from "#ui/time-text.tsx";

export type Invitation = Readonly<{ code: string; account: string; name: string; expiresAt: string }>;

/** A code that is shown once, with the ways to carry it: by hand, as text, as a link. */
export function GivenCode({ given: { code, account, name, expiresAt } }: { given: Invitation }): ReactNode {
  const t = useTranslations("peopleDesk.invite");
  const [said, setSaid] = useState("");
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(t("copied")),
      () => setSaid(t("notCopied")),
    );
  return (
    <div className="grid gap-4">
      <p>{t("forPerson", { name, account })}</p>
      <p className="wrap-anywhere select-all rounded-md border border-edge bg-sunken px-4 py-3 text-center font-mono font-semibold text-lg tracking-wide">
        {code}
      </p>
      <p className="text-muted text-sm">
        {t("until")} <TimeText at={new Date(expiresAt)} />
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => copy(code)}>
          <Copy aria-hidden className="size-4" />
          {t("copy")}
        </Button>
        <Button onClick={() => copy(`${window.location.origin}/join/${code}`)}>
          <Copy aria-hidden className="size-4" />
          {t("copyLink")}
        </Button>
        <span role="status" className="text-pine text-sm">
          {said}
        </span>
      </div>
    </div>
  );
}
