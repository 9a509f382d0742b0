"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { DRAWN_KINDS } from "#app/desk/contests/wizard/drawn-kinds.ts";
import type { CategoryOption } from "#app/desk/contests/wizard/paper-part.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";

type Found = Readonly<{ found: number; questions: readonly Readonly<{ id: number; stem: string }>[] }>;
type Props = Readonly<{
  branchId: string;
  categories: readonly CategoryOption[];
  chosen: readonly number[];
  add: (found: Found["questions"]) => void;
}>;

const LEVELS = ["1", "2", "3", "4", "5"] as const;
const KINDS = DRAWN_KINDS.filter((kind) => kind !== "essay");
const SETTLE_MS = 350;

async function ask(query: string, signal: AbortSignal | null): Promise<Found | null> {
  try {
    const reply = await fetch(`/api/desk/set-questions?${query}`, { headers: { accept: "application/json" }, signal });
    return reply.ok ? ((await reply.json()) as Found) : null;
  } catch {
    return null; // the line is down, or a newer question was asked
  }
}

/** Puts questions into a set by filters: it says how many there are, and takes as many of them as are wanted, as chance has it. */
export function FillFromBank({ branchId, categories, chosen, add }: Props): ReactNode {
  const t = useTranslations("setDesk");
  const bank = useTranslations("questionDesk");
  const [filter, setFilter] = useState({ category: "", kind: "", difficultyFrom: "", difficultyTo: "", tag: "", q: "" });
  const [most, setMost] = useState("10");
  const [found, setFound] = useState<number | null>(null);
  const [isDead, setDead] = useState(false);
  const asked = new URLSearchParams({ branchId, ...filter, without: chosen.join(",") }).toString();
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const said = await ask(`${asked}&most=1`, stop.signal);
      if (!stop.signal.aborted) setFound(said?.found ?? null);
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);
  const set = (field: keyof typeof filter) => (event: { currentTarget: { value: string } }) =>
    setFilter({ ...filter, [field]: event.currentTarget.value });
  const take = async (): Promise<void> => {
    const said = await ask(`${asked}&most=${encodeURIComponent(most)}&seed=${crypto.randomUUID()}`, null);
    setDead(said === null);
    if (said) add(said.questions);
  };
  return (
    <fieldset className="grid gap-4 rounded-md border border-line bg-raised p-4">
      <legend className="sr-only">{t("fill")}</legend>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <SelectField label={bank("category")} value={filter.category} onChange={set("category")}>
          <option value="">{t("any")}</option>
          {categories.map(({ category }) => (
            <option key={category} value={category}>
              {category}
            </option>
          ))}
        </SelectField>
        <SelectField label={bank("kind")} value={filter.kind} onChange={set("kind")}>
          <option value="">{t("any")}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {bank(`kinds.${kind}`)}
            </option>
          ))}
        </SelectField>
        <div className="grid grid-cols-2 gap-4">
          {(["difficultyFrom", "difficultyTo"] as const).map((end) => (
            <SelectField key={end} label={t(`fields.${end}`)} value={filter[end]} onChange={set(end)}>
              <option value="">{t("any")}</option>
              {LEVELS.map((level) => (
                <option key={level} value={level}>
                  {bank(`levels.${level}`)}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
        <TextField type="text" label={t("fields.tag")} optional maxLength={30} value={filter.tag} onChange={set("tag")} />
        <TextField type="text" label={t("fields.q")} optional maxLength={100} value={filter.q} onChange={set("q")} />
        <TextField
          type="number"
          label={t("fields.most")}
          min={1}
          max={50}
          value={most}
          onChange={(event) => setMost(event.currentTarget.value)}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span role="status" className="text-muted text-sm">
          {found !== null && t("found", { count: found })}
        </span>
        <Button onClick={() => void take()} disabled={found === 0}>
          <Plus aria-hidden className="size-4" />
          {t("take")}
        </Button>
      </div>
      {isDead && <Notice kind="error">{t("notAsked")}</Notice>}
    </fieldset>
  );
}
