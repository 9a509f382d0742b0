"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import type { useReveal } from "./use-reveal.ts";

type Props = Pick<ReturnType<typeof useReveal>, "page" | "start" | "isBusy" | "refused">;

/** Before a ceremony: which board, how many places are announced one by one, and the press that begins it. */
export function RevealStart({ page, start, isBusy, refused }: Props): ReactNode {
  const t = useTranslations("screen.reveal");
  const [places, setPlaces] = useState("3");
  const { slug, boards } = page.contest;
  return (
    <div className="mx-auto grid h-full max-w-[60ch] content-center gap-6 text-base">
      <p className="text-lg leading-relaxed">{t(page.isFrozen ? "lead" : page.isReleased ? "released" : "notFrozen")}</p>
      {refused && <RefusalNotice code={refused} />}
      {page.isFrozen && (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            start(Number(places), false);
          }}
        >
          <TextField
            type="number"
            label={t("awardPlaces")}
            hint={t("awardHint")}
            min={0}
            max={50}
            required
            value={places}
            onChange={(event) => setPlaces(event.currentTarget.value)}
          />
          <Button type="submit" look="primary" pending={isBusy}>
            {t("start")}
          </Button>
        </form>
      )}
      <p className="flex flex-wrap gap-x-6">
        {boards
          .filter((board) => board !== page.board)
          .map((board) => (
            <Link
              key={board}
              href={`/screen/contests/${slug}/reveal?board=${board}`}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              {t(`switch.${board}`)}
            </Link>
          ))}
        <Link href={`/desk/contests/${slug}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t("back")}
        </Link>
      </p>
    </div>
  );
}
