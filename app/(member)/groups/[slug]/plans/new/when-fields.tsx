import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { Summary } from "#ui/summary.tsx";

type At = (...paths: string[]) => string | undefined;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const WEEKS = [1, 2, 3, 4, 5, -1] as const;

type Ticks = {
  legend: string;
  name: string;
  options: readonly Readonly<{ value: number; label: string }>[];
  ticked: readonly number[];
  error?: string | undefined;
};

/** Several to choose from, in one line that wraps. */
function TickRow({ legend, name, options, ticked, error }: Ticks): ReactNode {
  return (
    <fieldset className="grid gap-1">
      <legend className="font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-5">
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-2">
            <input type="checkbox" name={name} value={value} defaultChecked={ticked.includes(value)} className="size-5 accent-seal" />
            {label}
          </label>
        ))}
      </div>
      {error && (
        <p role="alert" className="text-seal text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** When the group meets: from when to when, by which rule, less and more some days. */
export function WhenFields({ today, at }: { today: string; at: At }): ReactNode {
  const t = useTranslations("groups");
  const [every, setEvery] = useState("month");
  return (
    <fieldset className="grid gap-5 border-line border-t pt-5">
      <legend className="float-left mb-3 w-full font-display font-semibold text-lg">{t("when")}</legend>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label={t("startsOn")} name="startsOn" type="date" required min={today} error={at("startsOn")} />
        <TextField label={t("endsOn")} hint={t("endsOnHint")} name="endsOn" type="date" required min={today} error={at("endsOn")} />
        <SelectField
          label={t("every")}
          name="every"
          value={every}
          onChange={(event) => setEvery(event.currentTarget.value)}
          error={at("every")}
        >
          <option value="month">{t("everyMonth")}</option>
          <option value="week">{t("everyWeek")}</option>
        </SelectField>
        <TextField
          label={t(every === "month" ? "intervalMonths" : "intervalWeeks")}
          name="interval"
          type="number"
          min={1}
          max={12}
          defaultValue={1}
          error={at("interval")}
        />
      </div>
      {every === "month" && (
        <TickRow
          legend={t("nth")}
          name="nth"
          options={WEEKS.map((value) => ({ value, label: t(`weeks.${value === -1 ? "last" : value}`) }))}
          ticked={[1, 3]}
          error={at("nth")}
        />
      )}
      <TickRow
        legend={t("weekdaysLabel")}
        name="weekdays"
        options={WEEKDAYS.map((value) => ({ value, label: t(`weekdays.${value}`) }))}
        ticked={[4]}
        error={at("weekdays")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label={t("startClock")} name="startClock" type="time" required defaultValue="14:30" error={at("startClock")} />
        <TextField label={t("endClock")} name="endClock" type="time" required defaultValue="16:00" error={at("endClock", "minutes")} />
        <TextField label={t("place")} name="place" maxLength={120} optional error={at("place")} />
        <TextField label={t("link")} name="link" type="url" maxLength={500} optional error={at("link")} />
      </div>
      <details>
        <Summary>{t("exceptions")}</Summary>
        <div className="mt-2 grid gap-5">
          <AreaField label={t("except")} hint={t("daysHint")} name="except" rows={2} optional error={at("except", "except.0")} />
          <AreaField label={t("also")} hint={t("daysHint")} name="also" rows={2} optional error={at("also", "also.0")} />
          <TextField
            label={t("zone")}
            hint={t("zoneHint")}
            name="zone"
            placeholder="Asia/Shanghai"
            maxLength={60}
            optional
            error={at("zone")}
          />
        </div>
      </details>
    </fieldset>
  );
}
