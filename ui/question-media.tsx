import type { ReactNode } from "react";
import type { ShownBody } from "#domain/papers/presentation.ts";

/** Pictures and sounds of a question, each with its words for those who cannot see or hear it. */
export function QuestionMedia({ media }: Pick<ShownBody, "media">): ReactNode {
  return media?.map(({ file, type, alt }) =>
    type === "image" ? (
      // biome-ignore lint/performance/noImgElement: stored files have sizes of their own and are served by the house
      <img key={file} src={`/api/files/${file}/picture`} alt={alt} loading="lazy" className="max-h-96 max-w-full rounded-md" />
    ) : (
      <figure key={file} className="grid gap-1">
        {/* biome-ignore lint/a11y/useMediaCaption: the words of the sound stand below it */}
        <audio controls preload="none" src={`/api/files/${file}/sound`} className="w-full" />
        {alt && <figcaption className="text-muted text-sm">{alt}</figcaption>}
      </figure>
    ),
  );
}
