import { ChevronDown, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
import { TypedEarly } from "./typed-early.tsx";

type Said = { label: string; hint?: ReactNode; error?: string | undefined; optional?: boolean };
type Wiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

const box =
  "block w-full min-h-11 rounded-md border border-edge bg-raised px-3 text-base text-ink placeholder:text-muted " +
  "hover:border-ink aria-invalid:border-2 aria-invalid:border-seal disabled:opacity-60";

/** A label, its control, a hint and an error, wired together. The control is drawn by `children` with the wiring it is given. */
export function Field({ label, hint, error, optional, children }: Said & { children: (wiring: Wiring) => ReactNode }): ReactNode {
  const id = useId();
  const t = useTranslations("common");
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
        {optional && <span className="ms-2 font-normal text-muted text-sm">{t("optional")}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {children({ id, ...(described && { "aria-describedby": described }), ...(error && { "aria-invalid": true }) })}
      {error && (
        <p id={`${id}-error`} role="alert" className="flex items-start gap-1.5 text-seal text-sm">
          <CircleX aria-hidden className="mt-0.5 size-4 flex-none" />
          {error}
        </p>
      )}
    </div>
  );
}

/** Only a form that keeps the words itself can miss what was typed before its script came. */
const early = (id: string, { value, onChange }: { value?: unknown; onChange?: unknown }): ReactNode =>
  onChange && value !== undefined ? <TypedEarly id={id} value={String(value)} /> : null;

/** One line of text, a number, a date… whatever a native input takes. */
export function TextField({ label, hint, error, optional, className, ...rest }: Said & ComponentProps<"input">): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} {...(optional && { optional })}>
      {(wiring) => (
        <>
          <input {...rest} {...wiring} className={classNames(box, className)} />
          {early(wiring.id, rest)}
        </>
      )}
    </Field>
  );
}

/** Several lines of text. */
export function AreaField({ label, hint, error, optional, className, ...rest }: Said & ComponentProps<"textarea">): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} {...(optional && { optional })}>
      {(wiring) => (
        <>
          <textarea rows={4} {...rest} {...wiring} className={classNames(box, "py-2.5 leading-relaxed", className)} />
          {early(wiring.id, rest)}
        </>
      )}
    </Field>
  );
}

/** A native choice from a list; `children` are its options. */
export function SelectField({ label, hint, error, optional, className, ...rest }: Said & ComponentProps<"select">): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} {...(optional && { optional })}>
      {(wiring) => (
        <span className="relative block">
          <select {...rest} {...wiring} className={classNames(box, "appearance-none pe-9", className)} />
          {early(wiring.id, rest)}
          <ChevronDown aria-hidden className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-muted" />
        </span>
      )}
    </Field>
  );
}
