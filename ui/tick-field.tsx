import { type ComponentProps, type ReactNode, useId } from "react";
import { Tick } from "./tick.tsx";

type Props = Omit<ComponentProps<"input">, "type"> & { label: string; hint?: ReactNode };

/** One thing to tick. The whole line can be pressed. */
export function TickField({ label, hint, ...input }: Props): ReactNode {
  const id = useId();
  return (
    <div className="grid gap-0.5">
      <label className="flex min-h-11 items-center gap-3 font-medium">
        <Tick type="checkbox" {...input} {...(hint && { "aria-describedby": id })} className="size-5 flex-none accent-seal" />
        {label}
      </label>
      {hint && (
        <p id={id} className="ps-8 text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
