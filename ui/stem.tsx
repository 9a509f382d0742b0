import { Fragment, type ReactNode } from "react";

/** A question's text. Blanks (runs of four underscores or more, as everywhere) get the number that their field has. */
export function Stem({ text }: { text: string }): ReactNode {
  const parts = text.split(/_{4,}/u);
  return (
    <span className="block whitespace-pre-line text-[1.125rem] leading-[1.8]">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
        <Fragment key={at}>
          {part}
          {at < parts.length - 1 && (
            <span className="mx-1 inline-block min-w-14 border-ink border-b text-center text-muted text-sm">
              {parts.length > 2 ? at + 1 : " "}
            </span>
          )}
        </Fragment>
      ))}
    </span>
  );
}
