"use client";
import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { GivenCode, type Invitation } from "./given-code.tsx";

async function invite(personId: number): Promise<Invitation | string> {
  try {
    const reply = await fetch(`/api/desk/people/${personId}/invite`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: "{}",
    });
    const said = (await reply.json()) as Invitation & { refused?: string };
    return said.refused ?? said;
  } catch {
    return "offline";
  }
}

/** Asks for a code and shows it once, in a sheet that says so. The code is kept nowhere else: not in the address, not in the page. */
export function InviteButton({ personId, isReset }: { personId: number; isReset: boolean }): ReactNode {
  const t = useTranslations("peopleDesk.invite");
  const router = useRouter();
  const [given, setGiven] = useState<Invitation | null>(null);
  const [refused, setRefused] = useState<string>();
  const [isAsking, setAsking] = useState(false);

  async function ask(): Promise<void> {
    if (isAsking) return;
    setAsking(true);
    const reply = await invite(personId);
    setAsking(false);
    setRefused(typeof reply === "string" ? reply : undefined);
    if (typeof reply !== "string") setGiven(reply);
  }

  function close(): void {
    setGiven(null);
    router.refresh();
  }

  const name = t(isReset ? "reset" : "first");
  return (
    <div className="grid justify-items-start gap-3">
      <RefusalNotice code={refused} />
      <p className="text-muted text-sm">{t(isReset ? "resetLead" : "firstLead")}</p>
      <Button look="primary" pending={isAsking} onClick={ask}>
        <KeyRound aria-hidden className="size-4" />
        {name}
      </Button>
      <Sheet
        isOpen={given !== null}
        onClose={close}
        title={t("shownOnce")}
        foot={
          <Button look="primary" onClick={close}>
            {t("done")}
          </Button>
        }
      >
        {given && <GivenCode given={given} />}
      </Sheet>
    </div>
  );
}
