import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import type { Block } from "#server/materials/hast-schema.ts";
import { classNames } from "#ui/class-names.ts";

/** A wide table scrolls by itself, and by keyboard too. */
function ScrollingTable(props: { children?: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from a keyboard
    <div className="overflow-x-auto" tabIndex={0}>
      <table {...props} />
    </div>
  );
}

/** A block as an element that carries its own name (p4, s2), so that addresses can point at it. The page's h1 is the title, so none is here. */
function elementOf({ id, kind, depth, hast }: Block): ReactNode {
  const tagName = kind === "heading" ? `h${Math.max(2, depth)}` : hast.tagName;
  const properties = { ...hast.properties, id, dataBlock: id };
  const named = { ...hast, tagName, properties };
  return toJsxRuntime({ type: "root", children: [named] }, { Fragment, jsx, jsxs, components: { table: ScrollingTable } });
}

/** A study text, typeset. The blocks were sanitised when the version was rendered; nothing here becomes HTML from a string. */
export function MaterialText({ blocks, serif }: { blocks: readonly Block[]; serif: boolean }): ReactNode {
  return (
    <article id="text" lang="zh-CN" className={classNames("reading", serif && "reading-serif")}>
      {blocks.map((block) => (
        <Fragment key={block.id}>{elementOf(block)}</Fragment>
      ))}
    </article>
  );
}
