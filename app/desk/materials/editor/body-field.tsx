"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useId } from "react";
import { Button } from "#ui/button.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FieldsProps } from "./meta-fields.tsx";
import { findNext, MARK, marksIn } from "./text-marks.ts";

/** Puts the cursor on the next such words of the text and brings them into sight. */
export function showInText(frame: HTMLElement | null, words: string): void {
  const area = frame?.querySelector("textarea");
  const start = area ? findNext(area.value, words, area.selectionEnd) : null;
  if (!area || start === null) return;
  // A browser scrolls to the caret only when it is typed at: the lines before it say how far down it is.
  const part = area.value.slice(0, start).length / Math.max(1, area.value.length);
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, start + words.length);
  area.scrollTop = Math.max(0, part * area.scrollHeight - area.clientHeight / 2);
  area.scrollIntoView({ block: "nearest" });
}

/** Puts a block of markdown into a text where its cursor stands, on lines of its own. */
export function withInserted(frame: HTMLElement | null, body: string, markdown: string): string {
  // A cursor nobody has set stands at 0: then the block goes to the end.
  const at = frame?.querySelector("textarea")?.selectionEnd || body.length;
  const [before, after] = [body.slice(0, at).trimEnd(), body.slice(at).trimStart()];
  return [before, markdown, after].filter((part) => part !== "").join("\n\n");
}

/** The text itself, as markdown, with the way to what still has to be filled in. */
export function BodyField({ draft, set, at, frame }: FieldsProps & { frame: RefObject<HTMLDivElement | null> }): ReactNode {
  const t = useTranslations("materialDesk");
  const marks = marksIn(draft.body);
  const id = useId();
  return (
    <div ref={frame} className="grid gap-3" id={id}>
      {marks > 0 && (
        <Notice
          kind="warning"
          action={
            <Button compact onClick={() => showInText(frame.current, MARK)}>
              {t("nextMark")}
            </Button>
          }
        >
          {t("marksLeft", { count: marks, mark: MARK })}
        </Notice>
      )}
      <AreaField
        label={t("fields.body")}
        hint={t("bodyHint")}
        error={at("body")}
        rows={22}
        lang="zh-CN"
        value={draft.body}
        onChange={(event) => set({ body: event.currentTarget.value })}
      />
    </div>
  );
}
