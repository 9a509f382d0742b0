"use client";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { Button, type ButtonLook } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";

type Props = {
  action: string;
  /** Where to land; `{id}` becomes the new object's number. */
  next: string;
  submit: ReactNode;
  look?: ButtonLook;
  className?: string;
  children: ReactNode;
};

type Reply = Readonly<{ id?: number; refused?: string; fields?: readonly Readonly<{ path: string }>[] }>;

/** The reply, or null when the line was dead. */
async function post(action: string, form: HTMLFormElement): Promise<Reply | null> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  try {
    const reply = await fetch(action, { method: "POST", headers: { accept: "application/json" }, body });
    const said: unknown = await reply.json().catch(() => null);
    return typeof said === "object" && said !== null ? (said as Reply) : { refused: "broken" };
  } catch {
    return null;
  }
}

/** The page's own address with the refusal in it, as the border writes it for a form without JavaScript. */
function refusedAt(path: string, { refused = "broken", fields }: Reply): string {
  const query = new URLSearchParams(window.location.search);
  for (const name of ["done", "field"]) query.delete(name);
  query.set("refused", refused);
  const field = fields?.[0]?.path;
  if (field) query.set("field", field);
  return `${path}?${query}`;
}

/**
 * A plain form that, with JavaScript, keeps what was typed when it is refused: the page is asked again with the refusal in its
 * address and says it at the field. It can also land on what it has just made.
 */
export function SendForm({ action, next, submit, look = "primary", className = "grid gap-5", children }: Props): ReactNode {
  const t = useTranslations("errors");
  const router = useRouter();
  const path = usePathname();
  const [isSending, setSending] = useState(false);
  const [isOffline, setOffline] = useState(false);
  const [isMoving, move] = useTransition();
  const wasRefused = useRef(false);

  useEffect(() => {
    if (isMoving || !wasRefused.current) return;
    wasRefused.current = false;
    document.querySelector("main [role=alert]")?.scrollIntoView({ block: "center" });
  }, [isMoving]);

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const reply = await post(action, event.currentTarget);
    setSending(false);
    // Asking for the page again over a dead line would lose what was typed.
    setOffline(reply === null);
    if (reply === null) return;
    wasRefused.current = reply.refused !== undefined;
    move(() => {
      if (reply.refused !== undefined) router.replace(refusedAt(path, reply), { scroll: false });
      else router.push(next.replace("{id}", String(reply.id ?? "")));
      router.refresh();
    });
  }

  return (
    <form method="post" action={action} onSubmit={send} className={className}>
      <input type="hidden" name="next" value={next.replace("/{id}", "")} />
      {children}
      {isOffline && <Notice kind="error">{t("notSent")}</Notice>}
      <Button type="submit" look={look} pending={isSending || isMoving} className="justify-self-start max-sm:w-full">
        {submit}
      </Button>
    </form>
  );
}
