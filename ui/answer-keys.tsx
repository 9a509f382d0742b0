"use client";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { pickedByKey } from "./picked-by-key.ts";
import { useShortcuts } from "./use-shortcuts.ts";

type Props = Readonly<{
  /** null: the keys rest. */
  body: ShownBody | null;
  response: Response;
  change: (response: Response) => void;
  submit: () => void;
}>;

/** Letters and digits choose, Ctrl+Enter sends: the keys of a screen with one question. Shows nothing. */
export function AnswerKeys({ body, response, change, submit }: Props): null {
  useShortcuts(body, (shortcut) => {
    if (body && shortcut.kind === "pick") change(pickedByKey(body.kind, response, shortcut.place));
    if (shortcut.kind === "handIn") submit();
  });
  return null;
}
