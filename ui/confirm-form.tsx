"use client";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "./button.tsx";
import type { ConfirmProps } from "./confirm-dialog.tsx";

const ConfirmDialog = lazy(async () => ({ default: (await import("./confirm-dialog.tsx")).ConfirmDialog }));

/**
 * Asks before a POST. What can be undone should not ask at all, but offer 撤销 afterwards. A page does not carry the question's code
 * (P11): it comes with the first press.
 */
export function ConfirmForm(props: ConfirmProps): ReactNode {
  const [isAsked, setAsked] = useState(false);
  const { trigger, triggerLook, compact } = props;
  const closed = (
    <Button type="button" {...(triggerLook && { look: triggerLook })} {...(compact && { compact })} onClick={() => setAsked(true)}>
      {trigger}
    </Button>
  );
  if (!isAsked) return closed;
  return (
    <Suspense fallback={closed}>
      <ConfirmDialog {...props} />
    </Suspense>
  );
}
