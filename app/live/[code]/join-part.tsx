"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

type Props = Readonly<{ teams: readonly string[]; refused: string | undefined; isBusy: boolean; onJoin: (team: number | null) => void }>;

/** Joining, with a team where there are teams. */
export function JoinPart({ teams, refused, isBusy, onJoin }: Props): ReactNode {
  const t = useTranslations("live");
  const [team, setTeam] = useState<number | null>(null);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onJoin(team);
      }}
    >
      {teams.length > 0 && (
        <fieldset className="grid gap-3">
          <legend className="mb-3 font-semibold">{t("joinTeam")}</legend>
          {teams.map((name, place) => (
            <Choice key={name} kind="radio" name="team" value={place} checked={team === place} onChange={() => setTeam(place)}>
              {name}
            </Choice>
          ))}
        </fieldset>
      )}
      <RefusalNotice code={refused} />
      <Button type="submit" look="primary" wide pending={isBusy}>
        {t("join")}
      </Button>
    </form>
  );
}
