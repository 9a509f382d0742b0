import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { Fragment, type ReactNode } from "react";
import { jsx, jsxs } from "react/jsx-runtime";
import type { Block } from "#server/materials/hast-schema.ts";

/** A wide table scrolls by itself, and by keyboard too. */
function ScrollingTable(props: { children?: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from a keyboard
    <div className="overflow-x-auto" tabIndex={0}>
      <table {...props} />
    </div>
  );
}

/** The block with a heading two levels down: on a desk page the text stands below the page's title and the section's. */
function elementOf({ kind, depth, hast }: Block): ReactNode {
  const tagName = kind === "heading" ? `h${Math.min(6, Math.max(2, depth) + 1)}` : hast.tagName;
  return toJsxRuntime({ type: "root", children: [{ ...hast, tagName }] }, { Fragment, jsx, jsxs, components: { table: ScrollingTable } });
}

/** A text as members read it, on a page of the desk. The blocks are sanitised; nothing here becomes HTML from a string. */
export function ReadingText({ blocks, lang = "zh-CN" }: { blocks: readonly Block[]; lang?: string }): ReactNode {
  return (
    <article lang={lang} className="reading">
      {blocks.map((block) => (
        <Fragment key={block.id}>{elementOf(block)}</Fragment>
      ))}
    </article>
  );
}
