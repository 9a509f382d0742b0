import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type NoticeKind = "info" | "warning" | "error" | "success";

const kinds = {
  info: { Icon: Info, frame: "border-line border-s-indigo bg-indigo-wash", icon: "text-indigo" },
  warning: { Icon: TriangleAlert, frame: "border-line border-s-amber bg-amber-wash", icon: "text-amber" },
  error: { Icon: CircleX, frame: "border-line border-s-seal bg-seal-wash", icon: "text-seal" },
  success: { Icon: CircleCheck, frame: "border-line border-s-pine bg-pine-wash", icon: "text-pine" },
};

type Props = { kind?: NoticeKind; title?: ReactNode; action?: ReactNode; bleed?: boolean; children?: ReactNode };

/** Something worth knowing, in words. `bleed` lies across the whole page (shell banners). An error is announced at once. */
export function Notice({ kind = "info", title, action, bleed = false, children }: Props): ReactNode {
  const { Icon, frame, icon } = kinds[kind];
  const Frame = bleed ? "aside" : "div";
  return (
    <Frame
      role={kind === "error" ? "alert" : undefined}
      className={classNames(
        "flex gap-3",
        frame,
        bleed ? "no-print border-b px-4 py-2 text-sm lg:px-10" : "rounded-sm border border-s-3 px-4 py-3",
      )}
    >
      <Icon aria-hidden className={classNames("flex-none", icon, bleed ? "mt-0.5 size-4" : "mt-0.5 size-5")} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className="-my-2 flex-none self-center">{action}</div>}
    </Frame>
  );
}
