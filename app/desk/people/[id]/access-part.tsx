import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import { InviteButton } from "./invite-button.tsx";

type Person = Readonly<{
  id: number;
  joined: boolean;
  mayReset: boolean;
  disabledAt: Date | null;
  invitation: Readonly<{ expiresAt: Date }> | null;
}>;

/** Whether somebody can sign in, and the one way to let them: a code. */
export async function AccessPart({ person }: { person: Person }): Promise<ReactNode> {
  const t = await getTranslations("peopleDesk");
  const { id, joined, mayReset, disabledAt, invitation } = person;
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <p>{t(joined ? "hasJoined" : "notJoined")}</p>
        {invitation && (
          <p className="text-muted">
            {t("codeValid")} <TimeText at={invitation.expiresAt} />
          </p>
        )}
      </div>
      {disabledAt !== null && <p className="text-muted">{t("disabledNoCode")}</p>}
      {!mayReset && <p className="text-muted">{t("mayNotReset")}</p>}
      {mayReset && disabledAt === null && (
        <Words names={["peopleDesk", "refusals"]}>
          <InviteButton personId={id} isReset={joined} />
        </Words>
      )}
    </div>
  );
}
