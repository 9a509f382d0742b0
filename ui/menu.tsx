"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const item =
  "flex min-h-11 w-full items-center gap-2.5 rounded-sm px-3 text-start data-highlighted:bg-sunken data-highlighted:outline-none [&>svg]:size-4 [&>svg]:text-muted";

/** The rest of what can be done with one thing. The button says `label`, or is three dots named 更多操作. */
export function Menu({ label, children }: { label?: string; children: ReactNode }): ReactNode {
  const t = useTranslations("common");
  return (
    <Base.Root>
      <Base.Trigger
        aria-label={label ?? t("moreActions")}
        className="no-print inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-md px-2 text-muted hover:bg-sunken hover:text-ink data-popup-open:bg-sunken"
      >
        {label}
        <Ellipsis aria-hidden className="size-5" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={4} className="z-50">
          <Base.Popup className="dialog-sheet min-w-44 rounded-md border border-edge bg-raised p-1 outline-none">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A menu's way to another page. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }): ReactNode {
  return (
    <Base.LinkItem className={item} render={<Link href={href} />}>
      {children}
    </Base.LinkItem>
  );
}

/** A menu's deed: posts `fields` to `action`. For what can be undone; ask with `ConfirmForm` before anything else. */
export function MenuPost({
  action,
  fields = {},
  children,
}: {
  action: string;
  fields?: Readonly<Record<string, string>>;
  children: ReactNode;
}): ReactNode {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Base.Item className={item} closeOnClick={false} nativeButton render={<button type="submit" />}>
        {children}
      </Base.Item>
    </form>
  );
}
