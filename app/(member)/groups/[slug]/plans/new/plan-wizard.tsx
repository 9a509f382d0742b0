"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { type Posted, postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { type DraftedPlan, PlanPreview } from "./plan-preview.tsx";
import { ReadFields } from "./read-fields.tsx";
import { WhenFields } from "./when-fields.tsx";

type Props = {
  slug: string;
  kinds: readonly Readonly<{ key: string; name: string }>[];
  materials: readonly Readonly<{ slug: string; title: string }>[];
  today: string;
};
const LISTS = new Set(["weekdays", "nth", "materials"]);

/** The form as JSON: what can be chosen several times is always a list, what was left empty is not there. */
function bodyOf(form: HTMLFormElement): Record<string, unknown> {
  const data = new FormData(form);
  const body: Record<string, unknown> = {};
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name).filter((value) => value !== "");
    if (LISTS.has(name)) body[name] = values;
    else if (values.length > 0) body[name] = values[0];
  }
  return body;
}

/** Plans a term in two steps: fill in and look, then save. Nothing is saved by looking. Without JavaScript it saves at once. */
export function PlanWizard({ slug, kinds, materials, today }: Props): ReactNode {
  const t = useTranslations("groups");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState<"look" | "save" | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [drafted, setDrafted] = useState<DraftedPlan | null>(null);
  const words = useRefusedWords(refused);

  async function send<T>(deed: "look" | "save", path: string): Promise<Posted<T> | null> {
    if (!form.current || busy) return null;
    setBusy(deed);
    const said = await postJson<T>(path, bodyOf(form.current));
    setBusy(null);
    setRefused(said.ok ? null : said.refused);
    if (!said.ok) {
      setDrafted(null);
      requestAnimationFrame(() => form.current?.querySelector("[role=alert]")?.scrollIntoView({ block: "center" }));
    }
    return said;
  }

  async function look(event: FormEvent): Promise<void> {
    event.preventDefault();
    const said = await send<DraftedPlan>("look", `/api/groups/${slug}/plans/preview`);
    if (said?.ok) setDrafted(said.value);
  }

  async function save(): Promise<void> {
    const said = await send("save", `/api/groups/${slug}/plans`);
    if (said?.ok) router.push(`/groups/${slug}/plans?done=made`);
  }

  return (
    <form
      ref={form}
      method="post"
      action={`/api/groups/${slug}/plans`}
      onSubmit={look}
      onChange={() => setDrafted(null)}
      className="grid gap-8"
    >
      <input type="hidden" name="next" value={`/groups/${slug}/plans?done=made`} />
      {refused && <Notice kind="error">{words.whole}</Notice>}
      <ReadFields kinds={kinds} materials={materials} at={words.at} />
      <WhenFields today={today} at={words.at} />
      <div className="grid gap-2">
        <Button
          type="submit"
          look={drafted ? "secondary" : "primary"}
          pending={busy === "look"}
          className="justify-self-start max-sm:w-full"
        >
          {t("preview")}
        </Button>
        <p className="text-muted text-sm">{t("previewHint")}</p>
      </div>
      <div aria-live="polite" className="grid gap-4">
        {drafted && (
          <>
            <PlanPreview drafted={drafted} />
            <Button look="primary" onClick={save} pending={busy === "save"} className="justify-self-start max-sm:w-full">
              {t("savePlan", { count: drafted.meetings.length })}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
