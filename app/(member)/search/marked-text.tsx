import { Fragment, type ReactNode } from "react";

type Marked = Readonly<{ text: string; marks: readonly (readonly [number, number])[] }>;

/** A text with what was looked for marked. The marks are places: nothing becomes HTML from a string. */
export function MarkedText({ text, marks }: Marked): ReactNode {
  const ends = [0, ...marks.map(([, to]) => to)];
  return (
    <>
      {marks.map(([from, to], at) => (
        <Fragment key={from}>
          {text.slice(ends[at], from)}
          <mark className="rounded-sm bg-gold-wash font-semibold text-ink underline decoration-gold decoration-2 underline-offset-4">
            {text.slice(from, to)}
          </mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
