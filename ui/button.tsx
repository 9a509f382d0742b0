import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

type Appearance = { look?: ButtonLook; compact?: boolean; wide?: boolean };

const looks: Record<ButtonLook, string> = {
  primary: "bg-seal text-on-seal hover:bg-seal-pressed active:bg-seal-pressed",
  secondary: "border border-edge bg-raised text-ink hover:border-ink active:bg-sunken",
  quiet: "text-ink hover:bg-sunken active:bg-sunken",
  danger: "border border-seal bg-raised text-seal hover:bg-seal-wash active:bg-seal-wash",
};

/** The classes of a button, for elements that cannot be `Button` (a dialog's trigger, a summary). */
export function buttonClass({ look = "secondary", compact = false, wide = false }: Appearance = {}): string {
  return classNames(
    "inline-flex min-h-11 select-none items-center justify-center gap-2 rounded-md font-medium leading-tight transition-colors",
    "disabled:opacity-55 aria-disabled:opacity-70",
    compact ? "px-3 text-sm" : "px-5",
    wide && "w-full",
    looks[look],
  );
}

/** A button. `pending` keeps it focusable, says so to a screen reader and shows a turning ring. One `primary` a screen. */
export function Button({
  look,
  compact,
  wide,
  pending = false,
  className,
  children,
  ...rest
}: ComponentProps<"button"> & Appearance & { pending?: boolean }): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={classNames(buttonClass({ ...(look && { look }), ...(compact && { compact }), ...(wide && { wide }) }), className)}
    >
      {pending && <LoaderCircle aria-hidden className="size-4 animate-turn" />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it leads somewhere, it changes nothing. */
export function LinkButton({ look, compact, wide, className, ...rest }: ComponentProps<typeof Link> & Appearance): ReactNode {
  return (
    <Link
      {...rest}
      className={classNames(buttonClass({ ...(look && { look }), ...(compact && { compact }), ...(wide && { wide }) }), className)}
    />
  );
}
