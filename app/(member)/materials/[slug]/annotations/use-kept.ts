"use client";
import { useEffect, useState } from "react";

/** A value that a reload does not lose: kept in this browser under a person's own key until it is empty; signing out forgets it. */
export function useKept(key: string): [string, (value: string) => void] {
  const [value, setValue] = useState("");
  useEffect(() => setValue(window.localStorage.getItem(key) ?? ""), [key]);
  const keep = (next: string): void => {
    setValue(next);
    if (next === "") window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, next);
  };
  return [value, keep];
}
