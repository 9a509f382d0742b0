"use client";
import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";

/** Opens the browser's print sheet. */
export function PrintButton({ label }: { label: string }): ReactNode {
  return (
    <Button look="quiet" onClick={() => window.print()}>
      <Printer aria-hidden className="size-4" />
      {label}
    </Button>
  );
}
