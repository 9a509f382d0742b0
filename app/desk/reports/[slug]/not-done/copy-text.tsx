"use client";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "#ui/button.tsx";

/** A text to be pasted elsewhere, with a button that copies it; where copying is not allowed it is selected. */
export function CopyText({ text }: { text: string }): ReactNode {
  const t = useTranslations("completion");
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t("copied"));
    } catch {
      box.current?.select();
      setSaid(t("notCopied"));
    }
  }

  return (
    <div className="grid gap-3">
      <textarea
        ref={box}
        readOnly
        aria-label={t("copyTitle")}
        value={text}
        rows={Math.min(10, 2 + Math.ceil(text.length / 40))}
        className="w-full rounded-md border border-edge bg-raised p-3 leading-relaxed"
      />
      <div className="no-print flex items-center gap-3">
        <Button onClick={copy}>
          <Copy aria-hidden className="size-4" />
          {t("copy")}
        </Button>
        <span role="status" className="text-muted">
          {said}
        </span>
      </div>
    </div>
  );
}
