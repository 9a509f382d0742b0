import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeText } from "#ui/time-text.tsx";

type Question = Readonly<{
  id: number;
  body: string;
  quote: string;
  slug: string;
  title: string;
  author: { name: string; branch: string };
  createdAt: Date;
  votes: number;
  replies: number;
}>;

/** One question: the passage, what was asked, by whom, and the way to it. */
export function OpenQuestion({ question }: { question: Question }): ReactNode {
  const t = useTranslations("annotations");
  const { id, body, quote, slug, title, author, createdAt, votes, replies } = question;
  return (
    <li className="grid gap-2 rounded-md border border-line bg-raised p-4 sm:p-5">
      <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
        <span lang="zh-CN">{author.name}</span>
        <span lang="zh-CN">{author.branch}</span>
        <TimeText at={createdAt} />
      </p>
      <blockquote lang="zh-CN" className="line-clamp-3 border-edge border-s-3 ps-3 text-muted">
        {quote}
      </blockquote>
      {body && (
        <p lang="zh-CN" className="whitespace-pre-wrap break-words">
          {body}
        </p>
      )}
      <p className="tabular flex flex-wrap items-center gap-x-4 text-muted text-sm">
        <Link href={`/materials/${slug}#note-${id}`} className="inline-flex min-h-11 items-center text-seal underline underline-offset-4">
          {t("questions.read")}
        </Link>
        <span lang="zh-CN">{title}</span>
        <span>{t("votes", { count: votes })}</span>
        <span>{t("questions.replies", { count: replies })}</span>
      </p>
    </li>
  );
}
