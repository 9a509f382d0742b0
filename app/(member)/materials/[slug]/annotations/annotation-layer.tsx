import type { ReactNode } from "react";
import { Words } from "#ui/words.tsx";
import { LateAnnotating } from "./late-annotating.tsx";

/** Annotations on the text of a page: it finds the paragraphs by `#text [data-block]`. `lang` is that of the text shown. */
export function AnnotationLayer({ slug, lang }: { slug: string; lang: "zh-CN" | "en" }): ReactNode {
  return (
    <Words names={["annotations", "refusals"]}>
      <LateAnnotating slug={slug} lang={lang} />
    </Words>
  );
}
