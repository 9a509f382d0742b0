import { Inbox, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** A list with nothing in it: why, and the one next action. */
export function Empty({
  title,
  icon: Icon = Inbox,
  action,
  children,
}: {
  title: string;
  icon?: LucideIcon;
  action?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className="grid justify-items-center gap-3 rounded-md border border-line border-dashed px-6 py-12 text-center">
      <Icon aria-hidden className="size-8 text-muted" strokeWidth={1.25} />
      <p className="font-display font-semibold text-lg">{title}</p>
      {children && <div className="max-w-md text-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
