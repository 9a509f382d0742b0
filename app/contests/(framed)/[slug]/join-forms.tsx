import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { SelectField, TextField } from "#ui/field.tsx";

type Props = { slug: string; divisions: readonly string[]; code: string | undefined };

/** The two ways into a team: by somebody's code, or by making one. Plain forms; whoever scanned a code finds it typed in. */
export function JoinForms({ slug, divisions, code }: Props): ReactNode {
  const t = useTranslations("teams");
  const path = `/contests/${slug}`;
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <Card title={t("join")}>
        <form method="post" action={`/api/contests/${slug}/teams/join`} className="grid gap-4">
          <input type="hidden" name="next" value={path} />
          <TextField
            label={t("code")}
            hint={t("joinLead")}
            name="code"
            defaultValue={code ?? ""}
            required
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button type="submit" className="justify-self-start max-sm:w-full">
            {t("joinButton")}
          </Button>
        </form>
      </Card>
      <Card title={t("make")}>
        <form method="post" action={`/api/contests/${slug}/teams`} className="grid gap-4">
          <input type="hidden" name="next" value={path} />
          <TextField label={t("name")} hint={t("makeLead")} name="name" required maxLength={30} autoComplete="off" />
          {divisions.length > 0 && (
            <SelectField label={t("division")} name="division" required defaultValue="">
              <option value="" disabled>
                {t("choose")}
              </option>
              {divisions.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          <Button type="submit" className="justify-self-start max-sm:w-full">
            {t("makeButton")}
          </Button>
        </form>
      </Card>
    </div>
  );
}
