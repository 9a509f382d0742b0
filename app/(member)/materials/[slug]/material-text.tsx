import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import type { Block } from "#server/materials/hast-schema.ts";
import type { ShownCheck } from "#server/materials/read-checks.ts";
import { classNames } from "#ui/class-names.ts";
import { segmentsOf } from "./segments.ts";

/** A wide table scrolls by itself, and by keyboard too. */
function ScrollingTable(props: { children?: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from a keyboard
    <div className="overflow-x-auto" tabIndex={0}>
      <table {...props} />
    </div>
  );
}

/** Lines as they were written, which a phone scrolls sideways. */
function ScrollingLines(props: { children?: ReactNode }): ReactNode {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from a keyboard
  return <pre tabIndex={0} {...props} />;
}

/** A block as an element that carries its own name (p4, s2), so that addresses can point at it. The page's h1 is the title, so none is here. */
function elementOf({ id, kind, depth, hast }: Block): ReactNode {
  const tagName = kind === "heading" ? `h${Math.max(2, depth)}` : hast.tagName;
  const properties = { ...hast.properties, id, dataBlock: id };
  const named = { ...hast, tagName, properties };
  return toJsxRuntime(
    { type: "root", children: [named] },
    { Fragment, jsx, jsxs, components: { table: ScrollingTable, pre: ScrollingLines } },
  );
}

type Props = {
  blocks: readonly Block[];
  language: "zh" | "en";
  serif: boolean;
  checks: readonly ShownCheck[];
  /** Draws a question between two pieces of the text. */
  check: (check: ShownCheck, number: number) => ReactNode;
};

/** A study text, typeset, with its questions between its paragraphs. The blocks were sanitised when they were rendered; nothing here becomes HTML from a string. */
export function MaterialText({ blocks, language, serif, checks, check }: Props): ReactNode {
  return (
    <article id="text" className="grid min-w-0 gap-8">
      {segmentsOf(blocks, checks).map((segment, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
        <Fragment key={at}>
          {segment.blocks.length > 0 && (
            <div lang={language === "en" ? "en" : "zh-CN"} className={classNames("reading", serif && "reading-serif")}>
              {segment.blocks.map((block) => (
                <Fragment key={block.id}>{elementOf(block)}</Fragment>
              ))}
            </div>
          )}
          {segment.checks.map((one) => (
            <Fragment key={one.check.questionId}>{check(one.check, one.number)}</Fragment>
          ))}
        </Fragment>
      ))}
    </article>
  );
}
