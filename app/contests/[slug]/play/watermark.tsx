import type { ReactNode } from "react";

const ROWS = 12;

/** The name behind the questions, where the printed rules say so. For eyes and cameras only: nothing of it is read aloud or pressed. */
export function Watermark({ text }: { text: string }): ReactNode {
  return (
    <div aria-hidden className="pointer-events-none fixed inset-0 z-10 select-none overflow-hidden opacity-[0.07]">
      <div className="-rotate-12 -inset-x-24 absolute -top-24 grid gap-16 whitespace-nowrap font-semibold text-xl">
        {Array.from({ length: ROWS }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one text
          <span key={row} className={row % 2 === 0 ? "" : "ps-32"}>
            {`${text}　　　　`.repeat(12)}
          </span>
        ))}
      </div>
    </div>
  );
}
