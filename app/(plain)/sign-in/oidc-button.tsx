"use client";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";

/** Leads to the organisation's identity provider: asks next-auth for its form token, then posts a plain form. */
export function OidcButton({ next, label }: { next: string; label: string }): ReactNode {
  const [pending, setPending] = useState(false);
  const lead = async (form: HTMLFormElement): Promise<void> => {
    setPending(true);
    try {
      const reply = await fetch("/api/auth/csrf");
      const { csrfToken } = (await reply.json()) as { csrfToken: string };
      const field = form.elements.namedItem("csrfToken") as HTMLInputElement;
      field.value = csrfToken;
      form.submit();
    } catch {
      setPending(false); // offline or the server away: the button is ready for another try
    }
  };
  return (
    <form
      method="post"
      action="/api/auth/signin/oidc"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void lead(event.currentTarget);
      }}
    >
      <input type="hidden" name="csrfToken" defaultValue="" />
      <input type="hidden" name="callbackUrl" value={next} />
      <Button type="submit" wide pending={pending}>
        {label}
      </Button>
    </form>
  );
}
