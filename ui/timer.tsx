import { Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** What is left of `leftMs`, as 9:05 or 1:09:05; a started second counts whole, so 0:00 means over. */
export function clockOf(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const two = (n: number): string => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/**
 * The time left, drawn; it does not tick by itself. `urgent` for the last minute: an icon and a frame, not colour alone.
 * The role keeps it silent to screen readers: what is said aloud, and when, is the screen's own live region.
 */
export function Timer({ leftMs, label, urgent = false }: { leftMs: number; label: string; urgent?: boolean }): ReactNode {
  return (
    <span
      role="timer"
      aria-label={label}
      className={classNames(
        "inline-flex min-w-20 items-center justify-center gap-1.5 justify-self-start rounded-md border px-2.5 py-1 font-semibold text-lg leading-tight",
        urgent ? "border-seal bg-seal-wash text-seal" : "border-line bg-raised text-ink",
      )}
    >
      {urgent && <Hourglass aria-hidden className="size-4" />}
      {clockOf(leftMs)}
    </span>
  );
}
