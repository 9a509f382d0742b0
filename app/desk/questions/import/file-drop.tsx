import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { Field } from "#ui/field.tsx";
import { FileInput } from "#ui/file-field.tsx";

/** A file by the usual button, or dropped on the field. */
export function FileDrop({ error, accept }: { error: string | undefined; accept: string }): ReactNode {
  const t = useTranslations("questionImports");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    input.current.dispatchEvent(new Event("change", { bubbles: true })); // so that its name is said
  }
  function over(event: DragEvent): void {
    event.preventDefault();
    setOver(true);
  }
  return (
    <Field label={t("file")} hint={t("fileHint")} error={error}>
      {(wiring) => (
        // Dropping is a second way; the button inside does the same for everybody.
        <fieldset
          onDragOver={over}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          data-over={isOver || undefined}
          className="grid gap-3 rounded-md border-2 border-edge border-dashed bg-raised p-4 data-over:border-seal data-over:bg-seal-wash"
        >
          <span className="text-muted text-sm pointer-coarse:hidden">{t(isOver ? "dropNow" : "dropHere")}</span>
          <FileInput inputRef={input} {...wiring} name="file" accept={accept} />
        </fieldset>
      )}
    </Field>
  );
}
