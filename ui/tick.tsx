import { type ComponentProps, type ReactNode, useId } from "react";
import { TypedEarly } from "./typed-early.tsx";

/** A native radio button or box to tick. Driven by `checked`/`onChange`, it knows of a press that came before its script. */
export function Tick(props: ComponentProps<"input"> & { type: "radio" | "checkbox" }): ReactNode {
  const own = useId();
  const { id = own, checked, onChange } = props;
  return (
    <>
      <input {...props} id={id} />
      {onChange && checked !== undefined && <TypedEarly id={id} checked={checked} />}
    </>
  );
}
