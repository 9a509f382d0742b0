import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { useInRoom } from "./room-context.ts";

const NUMBERS = ["limitMinutes", "warnSeconds", "most", "dropHighest", "dropLowest"] as const;
const TIES = ["sum_of_all", "median", "share"] as const;

/** The printed rules of a forum, before the lot is drawn. */
export function RulesForm(): ReactNode {
  const t = useTranslations("room.forum");
  const { room, act, busy } = useInRoom();
  const { forum } = room;
  const [rules, setRules] = useState({
    limitMinutes: String((forum?.limitMs ?? 480_000) / 60_000),
    warnSeconds: String((forum?.warnMs ?? 60_000) / 1_000),
    most: String((forum?.maxMilli ?? 100_000) / 1_000),
    dropHighest: String(forum?.dropHighest ?? 1),
    dropLowest: String(forum?.dropLowest ?? 1),
    tie: forum?.tie ?? "sum_of_all",
    prizes: (forum?.prizes ?? []).map(({ name, count }) => `${name} ${count}`).join("\n"),
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void act("forum", rules);
  };
  return (
    <form className="grid grid-cols-2 gap-3 sm:grid-cols-3" onSubmit={send}>
      {NUMBERS.map((name) => (
        <TextField
          key={name}
          label={t(`numbers.${name}`)}
          inputMode="numeric"
          required
          value={rules[name]}
          onChange={(event) => setRules({ ...rules, [name]: event.currentTarget.value })}
        />
      ))}
      <SelectField label={t("tie")} value={rules.tie} onChange={(event) => setRules({ ...rules, tie: event.currentTarget.value })}>
        {TIES.map((tie) => (
          <option key={tie} value={tie}>
            {t(`ties.${tie}`)}
          </option>
        ))}
      </SelectField>
      <div className="col-span-2 sm:col-span-3">
        <AreaField
          label={t("prizes")}
          optional
          rows={3}
          maxLength={300}
          hint={t("prizesHint")}
          value={rules.prizes}
          onChange={(event) => setRules({ ...rules, prizes: event.currentTarget.value })}
        />
      </div>
      <Button type="submit" className="self-end justify-self-start" pending={busy === "forum"}>
        {t("saveRules")}
      </Button>
    </form>
  );
}
