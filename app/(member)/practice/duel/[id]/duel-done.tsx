import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PassageLink } from "#app/(member)/review/passage-link.tsx";
import { responseText } from "#app/contests/[slug]/play/response-text.ts";
import { keyText } from "#ui/key-text.ts";
import { Stem } from "#ui/stem.tsx";
import type { DoneView } from "./match-view.ts";

type Props = Readonly<{
  done: DoneView;
  total: number;
  seat: number;
  /** Just over: said aloud. */
  isFresh?: boolean;
}>;

const looks = {
  rightNow: { Icon: CircleCheck, ink: "text-pine" },
  wrongNow: { Icon: CircleX, ink: "text-seal" },
  missed: { Icon: CircleDashed, ink: "text-muted" },
};

/** A question that is over: right or not by shape and word, the key, why, and where it stands. */
export function DuelDone({ done, total, seat, isFresh = false }: Props): ReactNode {
  const [t, play, checks] = [useTranslations("duel"), useTranslations("play"), useTranslations("checks")];
  const { slot, body, response, isRight, reveal, passage, seats } = done;
  const verdict = isRight ? "rightNow" : response === null ? "missed" : "wrongNow";
  const { Icon, ink } = looks[verdict];
  const words = { right: play("true"), wrong: play("false"), or: checks("or"), none: t("missed") };
  const others = seats.filter((was, at) => was && at !== seat).length;
  return (
    <div className="grid gap-2 rounded-md border border-line bg-raised p-4">
      <p className="text-muted text-sm">{t("question", { number: slot + 1, total })}</p>
      <p role={isFresh ? "status" : undefined} className={`flex items-center gap-2 font-semibold ${ink}`}>
        <Icon aria-hidden className="size-5 flex-none" />
        {t(verdict)}
        {isRight || !isFresh ? "" : reveal?.key ? <span className="sr-only">{`${t("key")} ${keyText(body, reveal.key, words)}`}</span> : ""}
      </p>
      <div lang="zh-CN">
        <Stem text={body.stem} />
      </div>
      {response !== null && !isRight && (
        <p lang="zh-CN">
          <span className="text-muted text-sm">{t("yours")}</span> {responseText(body, response, words)}
        </p>
      )}
      {reveal?.key && (
        <p lang="zh-CN">
          <span className="text-muted text-sm">{t("key")}</span> {keyText(body, reveal.key, words)}
        </p>
      )}
      {reveal?.explanation && (
        <p lang="zh-CN" className="whitespace-pre-line leading-[1.8]">
          {reveal.explanation}
        </p>
      )}
      {!isFresh && passage && <PassageLink passage={passage} />}
      {others > 0 && <p className="text-muted text-sm">{t("othersRight", { count: others })}</p>}
    </div>
  );
}
