"use client";
import { Square, Volume2 } from "lucide-react";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "#ui/button.tsx";

const never = (): (() => void) => () => undefined;

/** Sentences: some browsers fall silent in the middle of a long utterance. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[。！？；!?;\n])/u).filter((sentence) => sentence.trim() !== "");

function mark(block: Element | null): void {
  for (const marked of document.querySelectorAll("#text [data-speaking]")) marked.removeAttribute("data-speaking");
  block?.setAttribute("data-speaking", "");
}

/** Reads on from the first block in sight with the device's own voice; nothing is sent anywhere. Not there where a browser cannot speak. */
export function ReadAloud({ start, stop }: { start: string; stop: string }): ReactNode {
  const canSpeak = useSyncExternalStore(
    never,
    () => "speechSynthesis" in window,
    () => false,
  );
  const [isSpeaking, setSpeaking] = useState(false);

  const silence = (): void => {
    window.speechSynthesis.cancel();
    mark(null);
    setSpeaking(false);
  };
  useEffect(() => {
    if (!isSpeaking) return;
    return () => {
      window.speechSynthesis.cancel();
      mark(null);
    };
  }, [isSpeaking]);

  const speak = (): void => {
    const blocks = [...document.querySelectorAll<HTMLElement>("#text [data-block]")];
    const from = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
    for (const block of blocks.slice(Math.max(0, from))) {
      sentencesOf(block.textContent).forEach((sentence, at) => {
        const utterance = new SpeechSynthesisUtterance(sentence);
        utterance.lang = "zh-CN";
        if (at === 0) utterance.onstart = () => mark(block);
        if (block === blocks.at(-1)) utterance.onend = () => window.speechSynthesis.pending || silence();
        utterance.onerror = ({ error }) => error !== "interrupted" && error !== "canceled" && silence();
        window.speechSynthesis.speak(utterance);
      });
    }
    setSpeaking(true);
  };

  if (!canSpeak) return null;
  const Icon = isSpeaking ? Square : Volume2;
  return (
    <Button look="quiet" compact aria-pressed={isSpeaking} onClick={isSpeaking ? silence : speak}>
      <Icon aria-hidden className="size-4" />
      {isSpeaking ? stop : start}
    </Button>
  );
}
