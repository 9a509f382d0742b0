"use client";
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";

/**
 * The button that sends a plain form. After the first press it shows that it is working and swallows a second one;
 * without JavaScript it is an ordinary submit button. Never `disabled`: a disabled submitter loses its own name and value.
 */
export function SubmitButton(props: ComponentProps<typeof Button>): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const [pending, setPending] = useState(false);

  useEffect(() => {
    const form = button.current?.form;
    if (!form) return;
    let sent = false;
    const send = (event: SubmitEvent): void => {
      if (event.defaultPrevented) return;
      if (sent) event.preventDefault();
      sent = true;
      setPending(true);
    };
    // Coming back with the browser's back button shows the page as it was left: ready again.
    const ready = (): void => {
      sent = false;
      setPending(false);
    };
    form.addEventListener("submit", send);
    window.addEventListener("pageshow", ready);
    return () => {
      form.removeEventListener("submit", send);
      window.removeEventListener("pageshow", ready);
    };
  }, []);

  return <Button look="primary" {...props} ref={button} type="submit" pending={pending || (props.pending ?? false)} />;
}
