"use client";
import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type ComponentProps, type ReactNode, type RefObject, useState } from "react";
import { Field } from "./field.tsx";
import { TypedEarly } from "./typed-early.tsx";

type FileInputProps = Omit<ComponentProps<"input">, "type" | "value" | "className"> & {
  id: string;
  inputRef?: RefObject<HTMLInputElement | null>;
};

const namesOf = (input: HTMLInputElement): string => [...(input.files ?? [])].map(({ name }) => name).join("、");

/** Chooses files. The browser's own button speaks the browser's language, not the page's: it lies unseen over one that speaks ours. */
export function FileInput({ inputRef, onChange, ...rest }: FileInputProps): ReactNode {
  const t = useTranslations("common");
  const [names, setNames] = useState("");
  function changed(event: ChangeEvent<HTMLInputElement>): void {
    const input = event.currentTarget;
    onChange?.(event);
    setNames(namesOf(input)); // after it: a form that sends at once empties the field
  }
  return (
    <span className="relative flex min-h-11 w-full min-w-0 items-center gap-3 rounded-md border border-edge bg-raised py-1.5 ps-1.5 pe-3 hover:border-ink has-disabled:opacity-60 has-focus-visible:outline-2 has-focus-visible:outline-seal has-focus-visible:outline-offset-2 has-aria-invalid:border-2 has-aria-invalid:border-seal">
      <span
        aria-hidden
        className="inline-flex flex-none items-center gap-1.5 rounded-sm border border-edge bg-sunken px-3 py-1.5 font-medium text-sm"
      >
        <Paperclip className="size-4" />
        {t(rest.multiple ? "chooseFiles" : "chooseFile")}
      </span>
      <span aria-hidden className={names === "" ? "min-w-0 truncate text-muted text-sm" : "min-w-0 truncate"}>
        {names === "" ? t("noFileChosen") : names}
      </span>
      <input {...rest} ref={inputRef} type="file" onChange={changed} className="absolute inset-0 size-full cursor-pointer opacity-0" />
      <TypedEarly id={rest.id} value="" />
    </span>
  );
}

type FileFieldProps = Omit<FileInputProps, "id" | "inputRef"> & Pick<ComponentProps<typeof Field>, "label" | "hint" | "error" | "optional">;

/** A file with its label, hint and error. */
export function FileField({ label, hint, error, optional, ...rest }: FileFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} {...(optional && { optional })}>
      {(wiring) => <FileInput {...rest} {...wiring} />}
    </Field>
  );
}
