import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { Words } from "#ui/words.tsx";

/** The way out of a group. */
export async function LeavePart({ slug, name }: { slug: string; name: string }): Promise<ReactNode> {
  const t = await getTranslations("groups");
  return (
    <p>
      <Words>
        <ConfirmForm
          action={`/api/groups/${slug}/leave`}
          fields={{ next: "/groups?done=left" }}
          trigger={t("leave")}
          triggerLook="quiet"
          title={t("leaveTitle", { name })}
          lead={t("leaveLead")}
          confirm={t("leave")}
        />
      </Words>
    </p>
  );
}
