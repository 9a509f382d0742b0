import { useEffect, useRef, useState } from "react";

export type Speech = "silent" | "speaking" | "paused" | "no-voice";
type Line = Readonly<{ block: HTMLElement; sentence: string }>;

/** A voice that has not begun after so long will not. */
const PATIENCE_MS = 4_000;

/** Sentences: some browsers fall silent in the middle of a long utterance. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[。！？；!?;\n])/u).filter((sentence) => sentence.trim() !== "");

function mark(block: HTMLElement | null): void {
  for (const marked of document.querySelectorAll("#text [data-speaking]")) marked.removeAttribute("data-speaking");
  if (!block) return;
  block.setAttribute("data-speaking", "");
  const { top, bottom } = block.getBoundingClientRect();
  if (top < 80 || top > window.innerHeight - 160)
    block.scrollIntoView({ block: bottom - top > window.innerHeight / 2 ? "start" : "center" });
}

/** The text from the first block in sight on, sentence by sentence. */
function linesFromSight(): Line[] {
  const blocks = [...document.querySelectorAll<HTMLElement>("#text [data-block]")];
  const from = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 80);
  return blocks.slice(Math.max(0, from)).flatMap((block) => sentencesOf(block.textContent ?? "").map((sentence) => ({ block, sentence })));
}

/** Whether the device says which voices it has, and none of them speaks the language. */
const lacksVoice = (lang: string): boolean => {
  const voices = window.speechSynthesis.getVoices();
  return voices.length > 0 && !voices.some((voice) => voice.lang.replace("_", "-").toLowerCase().startsWith(lang.slice(0, 2)));
};

/**
 * Reads the text with the device's own voice, a sentence at a time; nothing is sent anywhere. A pause keeps the sentence and says it again
 * from its beginning: the browsers' own pause is a stop on many phones.
 */
export function useSpeech(lang: "zh-CN" | "en") {
  const [state, setState] = useState<Speech>("silent");
  const [rate, setRate] = useState(1);
  const lines = useRef<readonly Line[]>([]);
  const at = useRef(0);
  /** Grows with every start and stop, so that the end of what was cut off starts nothing. */
  const turn = useRef(0);

  const hush = (next: Speech): void => {
    turn.current += 1;
    window.speechSynthesis.cancel();
    setState(next);
    if (next !== "paused") mark(null);
  };
  useEffect(
    () => () => {
      turn.current += 1;
      window.speechSynthesis?.cancel();
      mark(null);
    },
    [],
  );

  const say = (own: number, speed: number): void => {
    const line = lines.current[at.current];
    if (own !== turn.current) return;
    if (!line) return hush("silent");
    const utterance = new SpeechSynthesisUtterance(line.sentence);
    utterance.lang = lang;
    utterance.rate = speed;
    const waited = setTimeout(() => own === turn.current && hush("no-voice"), PATIENCE_MS);
    utterance.onstart = () => {
      clearTimeout(waited);
      if (own === turn.current) mark(line.block);
    };
    utterance.onend = () => {
      clearTimeout(waited);
      if (own !== turn.current) return;
      at.current += 1;
      say(own, speed);
    };
    utterance.onerror = () => {
      clearTimeout(waited);
      if (own === turn.current) hush("no-voice");
    };
    window.speechSynthesis.speak(utterance);
  };
  const speak = (speed: number): void => {
    if (lacksVoice(lang)) return hush("no-voice");
    turn.current += 1;
    window.speechSynthesis.cancel();
    setState("speaking");
    say(turn.current, speed);
  };
  return {
    state,
    rate,
    start: () => {
      lines.current = linesFromSight();
      at.current = 0;
      speak(rate);
    },
    pause: () => hush("paused"),
    resume: () => speak(rate),
    stop: () => hush("silent"),
    changeRate: (next: number) => {
      setRate(next);
      if (state === "speaking") speak(next);
    },
  };
}
