import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SelectField, TextField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { auditWords } from "./audit-words.ts";

/** How the ledger is narrowed: who, what kind of thing, which deed, from when to when. */
export async function AuditFilterBar({ filter }: { filter: Readonly<Record<string, string>> }): Promise<ReactNode> {
  const [t, words] = await Promise.all([getTranslations("auditDesk"), auditWords()]);
  return (
    <FilterBar key={JSON.stringify(filter)} action="/desk/audit">
      <TextField label={t("actor")} name="actor" type="search" maxLength={64} defaultValue={filter["actor"]} placeholder={t("actorHint")} />
      <SelectField label={t("object")} name="object" defaultValue={filter["object"] ?? ""}>
        <option value="">{t("anyObject")}</option>
        {words.objects.map((object) => (
          <option key={object} value={object}>
            {words.objectName(object)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("action")} name="action" defaultValue={filter["action"] ?? ""}>
        <option value="">{t("anyAction")}</option>
        {words.actions.map((action) => (
          <option key={action} value={action}>
            {words.actionName(action)}
          </option>
        ))}
      </SelectField>
      <TextField label={t("from")} name="from" type="date" defaultValue={filter["from"]} />
      <TextField label={t("to")} name="to" type="date" defaultValue={filter["to"]} />
      {filter["objectId"] && <input type="hidden" name="objectId" value={filter["objectId"]} />}
    </FilterBar>
  );
}
