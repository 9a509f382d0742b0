"use client";
import { useEffect, useState } from "react";
import type { Draft } from "./note-form.tsx";

const isDraft = (value: unknown): value is Draft =>
  typeof value === "object" && value !== null && "stretch" in value && "kind" in value && "body" in value && "share" in value;

function read(key: string): Draft | null {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(key) ?? "null");
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/** The note being written, kept in this browser: neither a reload nor a dead line loses it. No key: nobody is known yet. */
export function useDraft(key: string | null): [Draft | null, (draft: Draft | null) => void] {
  const [draft, setDraft] = useState<Draft | null>(null);
  useEffect(() => setDraft(key === null ? null : read(key)), [key]);
  const keep = (next: Draft | null): void => {
    setDraft(next);
    if (key === null) return;
    if (next) window.localStorage.setItem(key, JSON.stringify(next));
    else window.localStorage.removeItem(key);
  };
  return [draft, keep];
}
