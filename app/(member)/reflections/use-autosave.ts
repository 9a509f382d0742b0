"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { post } from "#app/(member)/post.ts";

export type Words = Readonly<{ title: string; body: string }>;
export type SaveState =
  | { kind: "saved"; at: Date | null }
  | { kind: "typing" }
  | { kind: "offline" }
  | { kind: "refused"; code: string }
  | { kind: "conflict"; theirs: Words };
type Start = Words & Readonly<{ id: number | null; revision: number; about: object }>;
type Saved = { id?: number; revision: number; savedAt?: string };

const CALM_MS = 1_200;

/** Saves a draft a moment after the last key. Another window's newer words stop it, and both stay: these here, those in `theirs`. */
export function useAutosave(start: Start) {
  const [words, setWords] = useState<Words>({ title: start.title, body: start.body });
  const [state, setState] = useState<SaveState>({ kind: "saved", at: null });
  const stored = useRef({ id: start.id, revision: start.revision, words: { title: start.title, body: start.body } });
  const running = useRef<Promise<boolean> | null>(null);

  const send = async (): Promise<boolean> => {
    const { id, revision } = stored.current;
    const isSame = words.title === stored.current.words.title && words.body === stored.current.words.body;
    if (isSame && id !== null) return true;
    const said = await (id === null
      ? post<Saved>("/api/reflections", { ...words, ...start.about })
      : post<Saved>(`/api/reflections/${id}/save`, { ...words, revision }));
    if (said.ok) {
      const made = id ?? said.value.id ?? null;
      stored.current = { id: made, revision: said.value.revision, words };
      if (id === null) window.history.replaceState(null, "", `/reflections/${made}`);
      setState({ kind: "saved", at: new Date(said.value.savedAt ?? Date.now()) });
      return true;
    }
    if (said.code === "offline" || said.code === "unavailable") setState({ kind: "offline" });
    else if (said.code === "reflection-changed" && id !== null) {
      const reply = await fetch(`/api/reflections/${id}`, { headers: { accept: "application/json" } }).catch(() => null);
      if (reply?.ok) {
        const theirs = (await reply.json()) as Words & { revision: number };
        stored.current = { id, revision: theirs.revision, words: theirs };
        setState({ kind: "conflict", theirs });
      }
    } else setState({ kind: "refused", code: said.code });
    return false;
  };
  /** One save at a time: the next begins when the one under way has been answered. */
  const save = useEffectEvent(async (): Promise<boolean> => {
    await running.current;
    running.current = send();
    return running.current;
  });
  const isHeld = state.kind === "conflict";
  useEffect(() => {
    if (isHeld || (words.title === stored.current.words.title && words.body === stored.current.words.body)) return;
    const timer = setTimeout(() => void save(), CALM_MS);
    return () => clearTimeout(timer);
  }, [words, isHeld]);
  useEffect(() => {
    const again = (): void => void save();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, []);

  return {
    ...{ words, state },
    change: (next: Partial<Words>): void => {
      setWords({ ...words, ...next });
      if (!isHeld) setState({ kind: "typing" });
    },
    /** Saves what stands here now. */
    flush: async (): Promise<typeof stored.current | null> => {
      await running.current;
      running.current = send();
      return (await running.current) ? stored.current : null;
    },
    /** After a conflict: go on with these words, or with the other window's. */
    settle: (chosen: "mine" | "theirs"): void => {
      if (chosen === "theirs") setWords(stored.current.words);
      setState({ kind: "typing" });
    },
  };
}
