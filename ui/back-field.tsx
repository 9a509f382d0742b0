"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** Tells a form's receiver which page to come back to. Rendered by the server too, so it works without JavaScript. */
export function BackField(): ReactNode {
  return <input type="hidden" name="back" value={usePathname()} readOnly />;
}
