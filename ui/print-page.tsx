"use client";
import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

/** Opens the browser's print sheet for the page. */
export function PrintPage({ label }: { label: string }): ReactNode {
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden className="size-4" />
      {label}
    </Button>
  );
}
