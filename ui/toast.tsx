"use client";
import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback } from "react";

/** Long enough to read it, find the button and press it (ux.md: undo for 10 s). */
const undoMs = 10_000;

/** Mount around a screen that speaks through `useSay`. Its client code is loaded only there. */
export function Toasts({ children }: { children: ReactNode }): ReactNode {
  return (
    <Toast.Provider timeout={5_000} limit={2}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="no-print fixed inset-x-4 bottom-[calc(4.75rem+env(safe-area-inset-bottom))] z-50 mx-auto grid max-w-md gap-2 lg:bottom-8">
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Shown(): ReactNode {
  const t = useTranslations("common");
  return Toast.useToastManager().toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="dialog-sheet rounded-md bg-ink text-paper">
      <Toast.Content className="flex min-h-12 items-center gap-2 ps-4 pe-1">
        <Toast.Title className="flex-1 py-2" render={<p />} />
        <Toast.Action className="min-h-11 flex-none rounded-md px-3 font-semibold underline underline-offset-4" />
        <Toast.Close aria-label={t("close")} className="grid size-11 flex-none place-items-center rounded-md">
          <X aria-hidden className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Says one sentence at the foot of the screen; with `undo`, for 10 s and with a button that takes it back. */
export function useSay(): (sentence: string, undo?: () => void) => void {
  const t = useTranslations("common");
  const { add, close } = Toast.useToastManager();
  return useCallback(
    (sentence, undo) => {
      if (undo === undefined) {
        add({ title: sentence });
        return;
      }
      const takeBack = (): void => {
        undo();
        close(id);
      };
      const id = add({ title: sentence, timeout: undoMs, actionProps: { children: t("undo"), onClick: takeBack } });
    },
    [add, close, t],
  );
}
