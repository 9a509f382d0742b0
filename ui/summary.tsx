import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** What opens and shuts a `details`, with a sign that says so. */
export function Summary({ className, children, ...rest }: ComponentProps<"summary">): ReactNode {
  return (
    <summary {...rest} className={classNames("min-h-11 cursor-pointer items-center gap-2", className ?? "inline-flex font-medium")}>
      {children}
      <ChevronDown aria-hidden className="size-4 flex-none text-muted transition-transform [details[open]>summary>&]:rotate-180" />
    </summary>
  );
}
