"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ButtonLook } from "./button.tsx";
import { Dialog, DialogClose } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { SubmitButton } from "./submit-button.tsx";

export type ConfirmProps = {
  action: string;
  /** Hidden fields sent along. */
  fields?: Readonly<Record<string, string>>;
  trigger: ReactNode;
  triggerLook?: ButtonLook;
  compact?: boolean;
  title: string;
  lead?: ReactNode;
  confirm: string;
  /** For what cannot be undone: the name that has to be typed first. */
  nameToType?: string;
  /** More to fill in, such as a reason. */
  children?: ReactNode;
};

/** The question itself, already open: it comes when somebody asks for it (confirm-form.tsx). */
export function ConfirmDialog({ action, fields = {}, title, lead, confirm, nameToType, children, ...opening }: ConfirmProps): ReactNode {
  const t = useTranslations("common");
  const [typed, setTyped] = useState("");
  const may = nameToType === undefined || typed.trim() === nameToType;
  return (
    <Dialog {...opening} isOpen title={title} lead={lead}>
      <form method="post" action={action} className="grid gap-4">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        {nameToType !== undefined && (
          <TextField
            label={t("typeToConfirm", { name: nameToType })}
            hint={t("cannotUndo")}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
          />
        )}
        <div className="flex justify-end gap-3 max-sm:*:grow">
          <DialogClose />
          <SubmitButton look={nameToType === undefined ? "primary" : "danger"} disabled={!may}>
            {confirm}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
