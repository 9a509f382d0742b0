// Above 150 lines: the fields of one form stand together.
"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import { GAME_KINDS, GAME_MODES, GAME_TEAMS, type GameTeams } from "#domain/games/rules.ts";
import { Button } from "#ui/button.tsx";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { TickField } from "#ui/tick-field.tsx";
import { gameBody } from "./game-body.ts";

type Props = Readonly<{
  branches: readonly Readonly<{ id: number; name: string; depth: number }>[];
  categories: readonly string[];
  papers: readonly Readonly<{ id: number; title: string; questions: number }>[];
}>;

const NAMES = ["usual", "names", "branch"] as const;

/** One form, one press: the questions are drawn by the server, and the console opens. */
export function GameForm({ branches, categories, papers }: Props): ReactNode {
  const [t, play, router] = [useTranslations("gameDesk"), useTranslations("play"), useRouter()];
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [from, setFrom] = useState("bank");
  const [team, setTeam] = useState<GameTeams>("none");
  const { at, whole } = useRefusedWords(refused);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const reply = await postJson<{ id: number }>("/api/desk/games", gameBody(new FormData(event.currentTarget)));
    if (reply.ok) return router.push(`/desk/games/${reply.value.id}`);
    setRefused(reply.refused);
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-5">
      <TextField label={t("form.title")} name="title" maxLength={80} required error={at("title")} />
      <SelectField label={t("form.branch")} hint={t("form.branchHint")} name="branchId" error={at("branchId")}>
        {branches.map(({ id, name, depth }) => (
          <option key={id} value={id}>
            {"\u2003".repeat(depth)}
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("form.from")} name="from" value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
        <option value="bank">{t("form.bank")}</option>
        {papers.length > 0 && <option value="paper">{t("form.paper")}</option>}
      </SelectField>
      {from === "paper" ? (
        <SelectField label={t("form.paperPick")} hint={t("form.paperHint")} name="paperId" error={at("paperId")}>
          {papers.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      ) : (
        <div className="grid gap-5 sm:grid-cols-3">
          <TextField
            label={t("form.category")}
            hint={t("form.categoryHint")}
            name="category"
            list="game-categories"
            maxLength={200}
            error={at("lines.0.category")}
          />
          <datalist id="game-categories">
            {categories.map((category) => (
              <option key={category} value={category} />
            ))}
          </datalist>
          <SelectField label={t("form.kind")} name="kind">
            <option value="">{t("form.anyKind")}</option>
            {GAME_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {play(`kinds.${kind}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t("form.count")}
            name="count"
            type="number"
            min={1}
            max={100}
            defaultValue={10}
            required
            error={at("lines.0.count", "lines")}
          />
        </div>
      )}
      <SelectField label={t("form.mode")} name="mode">
        {GAME_MODES.map((mode) => (
          <option key={mode} value={mode}>
            {t(`form.modes.${mode}`)}
          </option>
        ))}
      </SelectField>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label={t("form.window")}
          name="seconds"
          type="number"
          min={5}
          max={240}
          defaultValue={20}
          required
          error={at("rules.windowMs")}
        />
        <TextField
          label={t("form.worth")}
          name="points"
          type="number"
          min={0}
          max={2_000}
          defaultValue={1_000}
          required
          error={at("rules.worth")}
        />
      </div>
      <TickField label={t("form.change")} name="change" />
      <TickField label={t("form.autoClose")} name="autoClose" />
      <SelectField label={t("form.team")} name="team" value={team} onChange={(event) => setTeam(event.currentTarget.value as GameTeams)}>
        {GAME_TEAMS.map((mode) => (
          <option key={mode} value={mode}>
            {t(`form.teamModes.${mode}`)}
          </option>
        ))}
      </SelectField>
      {team !== "none" && <AreaField label={t("form.teams")} hint={t("form.teamsHint")} name="teams" rows={3} error={at("teams")} />}
      <SelectField label={t("form.names")} name="names">
        {NAMES.map((names) => (
          <option key={names} value={names}>
            {t(`form.nameModes.${names}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("form.idle")}
        hint={t("form.idleHint")}
        name="idleHours"
        type="number"
        min={1}
        max={24}
        defaultValue={3}
        required
        error={at("rules.idleMs")}
      />
      {whole && <Notice kind="error">{whole}</Notice>}
      <Button type="submit" look="primary" pending={isBusy} className="justify-self-start max-sm:w-full">
        {t("form.make")}
      </Button>
    </form>
  );
}
