"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import type { HallRules } from "#domain/halls/rules.ts";
import { type BranchOption, BranchOptions } from "#ui/branch-options.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { bodyOfRound, draftOf, FIELDS, freshRound, type RoundDraft, type RoundKind } from "./round-draft.ts";
import { RoundFields } from "./round-fields.tsx";
import { type SideDraft, SideFields } from "./side-fields.tsx";

type Props = Readonly<{
  branches: readonly BranchOption[];
  categories: readonly Readonly<{ category: string; published: number }>[];
  papers: readonly Readonly<{ id: number; title: string }>[];
  edited?: Readonly<{ id: number; title: string; branchId: number; rules: HallRules; sides: readonly Omit<SideDraft, "key">[] }>;
  /** The contest whose final it is, with the sides that go on from there. */
  final?: Readonly<{ contest: string; title: string; branchId: number; sides: readonly Omit<SideDraft, "key">[] }>;
}>;

const USUAL: readonly RoundKind[] = ["individual", "consult", "buzz", "risk", "arena", "audience", "extra"];
const SIDES = 6;

/** Title, sides and rounds of a final. What is refused is said at its field, and nothing typed is lost. */
export function HallForm({ branches, categories, papers, edited, final }: Props): ReactNode {
  const t = useTranslations("hallDesk");
  const kinds = useTranslations("halls.kinds");
  const router = useRouter();
  const [title, setTitle] = useState(edited?.title ?? final?.title ?? "");
  const [branch, setBranch] = useState(String(edited?.branchId ?? final?.branchId ?? branches[0]?.id ?? ""));
  const [base, setBase] = useState(String((edited?.rules.base ?? 100_000) / 1_000));
  const [rounds, setRounds] = useState<readonly RoundDraft[]>(
    () => edited?.rules.rounds.map(draftOf) ?? USUAL.map((kind) => freshRound(kind, kinds(kind))),
  );
  const [sides, setSides] = useState<readonly SideDraft[]>(
    () =>
      (edited ?? final)?.sides.map((side, at) => ({ ...side, key: at })) ??
      Array.from({ length: SIDES }, (_, at) => ({ key: at, name: t("sideNumber", { number: at + 1 }), staffNos: "", others: "" })),
  );
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setBusy] = useState(false);
  const words = useRefusedWords(refused);

  const save = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const rules = { base: Math.round(Number(base) * 1_000), rounds: rounds.map(bodyOfRound) };
    const body = {
      ...{ title, branchId: Number(branch), rules, sides: sides.map(({ key: _key, ...side }) => side) },
      ...(final && { contest: final.contest }),
    };
    const posted = await postJson<{ id: number }>(edited ? `/api/desk/halls/${edited.id}` : "/api/desk/halls", body);
    if (posted.ok) router.push(`/desk/halls/${posted.value.id}`);
    else {
      setRefused(posted.refused);
      setBusy(false);
    }
  };
  const move = (at: number, by: -1 | 1): void => {
    const moved = [...rounds];
    const [one] = moved.splice(at, 1);
    if (one) moved.splice(at + by, 0, one);
    setRounds(moved);
  };
  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {words.whole && <Notice kind="error">{words.whole}</Notice>}
      <Card>
        <TextField
          label={t("name")}
          required
          maxLength={60}
          value={title}
          error={words.at("title")}
          onChange={({ target }) => setTitle(target.value)}
        />
        <SelectField label={t("branch")} value={branch} error={words.at("branchId")} onChange={({ target }) => setBranch(target.value)}>
          <BranchOptions branches={branches} />
        </SelectField>
        <TextField
          label={t("base")}
          inputMode="decimal"
          value={base}
          error={words.at("rules.base")}
          onChange={({ target }) => setBase(target.value)}
        />
      </Card>
      <SideFields sides={sides} onChange={setSides} errorAt={words.at} />
      {rounds.map((round, at) => (
        <RoundFields
          key={round.key}
          {...{ round, at, categories, papers }}
          last={rounds.length - 1}
          errorAt={words.at}
          onChange={(changed) => setRounds(rounds.map((one) => (one.key === round.key ? changed : one)))}
          onMove={(by) => move(at, by)}
          onRemove={() => setRounds(rounds.filter(({ key }) => key !== round.key))}
        />
      ))}
      <div className="flex flex-wrap items-end gap-2">
        {(Object.keys(FIELDS) as RoundKind[]).map((kind) => (
          <Button key={kind} compact onClick={() => setRounds([...rounds, freshRound(kind, kinds(kind))])}>
            <Plus aria-hidden className="size-4" />
            {kinds(kind)}
          </Button>
        ))}
      </div>
      <Button type="submit" look="primary" pending={isBusy} className="justify-self-start max-sm:w-full">
        {t("save")}
      </Button>
    </form>
  );
}
