"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Response } from "#domain/questions/question.ts";
import { isAnswered } from "#ui/responses.ts";

type Answers = Readonly<Record<number, Response>>;
type Given = Readonly<{ attemptId: number; kept: string; questions: readonly Readonly<{ slot: number }>[]; path: string }>;

/** What this device kept, or nothing: storage may be shut, and what is in it may be anything. */
function readKept(name: string): Answers {
  try {
    const found: unknown = JSON.parse(window.localStorage.getItem(name) ?? "{}");
    return typeof found === "object" && found !== null ? (found as Answers) : {};
  } catch {
    return {};
  }
}

function keep(name: string, answers: Answers | null): void {
  try {
    if (answers) window.localStorage.setItem(name, JSON.stringify(answers));
    else window.localStorage.removeItem(name);
  } catch {
    // A device that keeps nothing still hands in what is on the page.
  }
}

/** Sends everything; the refusal's code, or null when it was taken. */
async function send(attemptId: number, answers: Answers): Promise<string | null> {
  const body = JSON.stringify({ answers: Object.entries(answers).map(([slot, response]) => ({ slot: Number(slot), response })) });
  try {
    const reply = await fetch(`/api/quiz-attempts/${attemptId}/hand-in`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body,
    });
    if (reply.ok) return null;
    const said = (await reply.json()) as { refused?: string };
    return said.refused ?? "broken";
  } catch {
    return "offline";
  }
}

/** The answers of a quiz while it is open: on this device, letter by letter, until the server has them. */
export function useQuiz({ attemptId, kept, questions, path }: Given) {
  const router = useRouter();
  const t = useTranslations("refusals");
  const [answers, setAnswers] = useState<Answers>({});
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [isUnsure, setUnsure] = useState(false);
  const isRead = useRef(false);

  useEffect(() => {
    if (isRead.current) return;
    isRead.current = true;
    setAnswers((now) => ({ ...readKept(kept), ...now }));
  }, [kept]);

  const answer = (slot: number, response: Response): void => {
    setUnsure(false);
    setAnswers((before) => {
      const after = { ...before, [slot]: response };
      keep(kept, after);
      return after;
    });
  };

  const handIn = async (): Promise<void> => {
    if (isSending) return;
    if (!isUnsure && questions.some(({ slot }) => !isAnswered(answers[slot] ?? null))) return setUnsure(true);
    setSending(true);
    const code = await send(attemptId, answers);
    if (code === null) {
      keep(kept, null);
      router.push(`${path}?attempt=${attemptId}`);
      router.refresh();
      return;
    }
    setSending(false);
    setRefused(t.has(code) ? t(code) : t("other", { code }));
  };

  return { answers, answer, isSending, refused, isUnsure, handIn, stay: () => setUnsure(false) };
}
