import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { About } from "#app/(member)/reflections/about.tsx";
import { Editor } from "#app/(member)/reflections/editor.tsx";
import { getReflection } from "#server/reflections/get-reflection.ts";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import { Comments } from "./comments.tsx";
import { PieceActions, ThrowAway } from "./piece-actions.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };
const pieceOf = cache((id: string) => ask(getReflection, { id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { title }] = [await getTranslations("reflections"), await pieceOf((await params).id)];
  return { title: title || t("untitled") };
}

/** One piece: its author's draft to write on, or what was handed in, with what others said to it. */
export default async function ReflectionPage({ params, searchParams }: Props): Promise<ReactNode> {
  const { id } = await params;
  const [t, piece, query, refused] = await Promise.all([
    getTranslations("reflections"),
    pieceOf(id),
    searchParams,
    refusedOf(searchParams, ["body", "reason"]),
  ]);
  const back = { href: "/reflections", label: t("title") };
  if (piece.may.edit)
    return (
      <Page width="reading" title={t("draftTitle")} back={back} action={<ThrowAway id={piece.id} />}>
        <RefusalNotice code={refused.code} />
        <About material={piece.material} item={piece.item} />
        <Words names={["reflections", "refusals"]}>
          <Editor id={piece.id} revision={piece.revision} title={piece.title} body={piece.body} about={{}} />
        </Words>
      </Page>
    );
  return (
    <Page
      width="reading"
      title={<span lang="zh-CN">{piece.title}</span>}
      back={back}
      lead={
        <span className="tabular flex flex-wrap gap-x-3 text-sm">
          <span lang="zh-CN">{`${piece.author.name} · ${piece.author.branch}`}</span>
          {piece.handedInAt && <TimeText at={piece.handedInAt} form="dated" />}
          <span>{t("characters", { count: piece.characters })}</span>
        </span>
      }
    >
      <RefusalNotice code={refused.code} />
      {oneOf(query["done"]) === "handedIn" && !refused.code && <Notice kind="success">{t("handedInDone")}</Notice>}
      <About material={piece.material} item={piece.item} />
      <article lang="zh-CN" className="reading whitespace-pre-wrap break-words">
        {piece.body}
      </article>
      <PieceActions piece={piece} />
      <Comments id={piece.id} comments={piece.comments} error={refused.at("body")} />
    </Page>
  );
}
