"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Refused } from "#app/desk/post-json.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Edited, Saving } from "./use-material-editor.ts";

type Props = Readonly<{
  /** What was refused and belongs to no field. */
  whole: string | undefined;
  refused: Refused | null;
  edited: Edited | null;
  saving: Saving | null;
  save: (wanted: Saving) => Promise<void>;
  leave: string | (() => void);
}>;

/** The end of the editor: what was refused, with the way to the text in the way, and the ways to save. */
export function SaveBar({ whole, refused, edited, saving, save, leave }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  const other =
    refused?.code === "already-in-library" ? refused.params["slug"] : refused?.code === "material-changed" ? edited?.slug : undefined;
  return (
    <div className="grid gap-4 border-line border-t pt-6">
      {whole && (
        <Notice kind="error">
          {whole}
          {other !== undefined && (
            <Link href={`/desk/materials/${other}`} className="ms-2 inline-flex min-h-11 items-center underline underline-offset-4">
              {t("seeOther")}
            </Link>
          )}
        </Notice>
      )}
      <p className="text-muted text-sm">{t("twoPeople")}</p>
      <div className="flex flex-wrap items-center gap-3 max-sm:*:grow">
        <Button look="primary" pending={saving === "submit"} onClick={() => void save("submit")}>
          {t("saveAndSubmit")}
        </Button>
        <Button type="submit" pending={saving === "draft"}>
          {t(edited ? "saveVersion" : "saveDraft")}
        </Button>
        {typeof leave === "string" ? (
          <LinkButton href={leave} look="quiet">
            {t("leave")}
          </LinkButton>
        ) : (
          <Button look="quiet" onClick={leave}>
            {t("startOver")}
          </Button>
        )}
      </div>
    </div>
  );
}
