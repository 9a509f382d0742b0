"use client";
import { type ReactNode, useEffect, useRef } from "react";

/** Everything this site keeps in the browser, all of it its owner's: unsent answers, places, drafts, texts for reading without a network. */
async function forgetDevice(): Promise<void> {
  window.localStorage.clear();
  window.sessionStorage.clear();
  if ("caches" in window) for (const name of await window.caches.keys()) await window.caches.delete(name);
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  for (const worker of (await workers?.getRegistrations()) ?? []) await worker.unregister();
  for (const { name } of await window.indexedDB.databases()) if (name) window.indexedDB.deleteDatabase(name);
}

/**
 * Inside the form that signs out: forgets what this device kept, for the next person must not find it. Over https the server says so
 * too (Clear-Site-Data); browsers do not listen to that over plain http.
 */
export function ForgetDevice(): ReactNode {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = mark.current?.closest("form");
    const forget = (): void => void forgetDevice();
    form?.addEventListener("submit", forget);
    return () => form?.removeEventListener("submit", forget);
  }, []);
  return <span ref={mark} hidden />;
}
