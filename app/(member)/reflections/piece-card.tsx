import { Award, BookMarked } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { LinkCard } from "#ui/card.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Piece = Readonly<{
  id: number;
  title: string;
  author: { name: string; branch: string };
  mine: boolean;
  characters: number;
  savedAt: Date;
  handedInAt: Date | null;
  recommended: boolean;
  collected: boolean;
  material: string | null;
  comments: number;
}>;

/** One piece in a list: what it is called, whose it is, how it stands. */
export function PieceCard({ piece }: { piece: Piece }): ReactNode {
  const t = useTranslations("reflections");
  const { id, title, author, mine, characters, savedAt, handedInAt, recommended, collected, material, comments } = piece;
  return (
    <LinkCard
      href={`/reflections/${id}`}
      level={2}
      title={title === "" ? t("untitled") : <span lang="zh-CN">{title}</span>}
      lead={
        <span className="tabular flex flex-wrap gap-x-3">
          {!mine && <span lang="zh-CN">{`${author.name} · ${author.branch}`}</span>}
          {material && <span lang="zh-CN">{t("aboutShort", { title: material })}</span>}
          <span>{t("characters", { count: characters })}</span>
          <TimeText at={handedInAt ?? savedAt} />
          {comments > 0 && <span>{t("commentCount", { count: comments })}</span>}
        </span>
      }
      aside={
        <span className="flex flex-wrap gap-2">
          {recommended && (
            <Badge icon={Award} tone="gold">
              {t("recommended")}
            </Badge>
          )}
          {collected && (
            <Badge icon={BookMarked} tone="indigo">
              {t("collected")}
            </Badge>
          )}
          {mine && <Badge tone={handedInAt ? "pine" : "plain"}>{t(handedInAt ? "handedIn" : "draft")}</Badge>}
        </span>
      }
    />
  );
}
