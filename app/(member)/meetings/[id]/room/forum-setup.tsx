import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Summary } from "#ui/summary.tsx";
import { ConfirmAct } from "./confirm-act.tsx";
import { RulesForm } from "./forum-rules-form.tsx";
import { useInRoom } from "./room-context.ts";
import type { Forum, RoomPeople } from "./room-page.ts";
import { useTold } from "./use-room.ts";

/** Rules, presenters, judges and the lot, for whoever runs the meeting. */
export function ForumSetup({ told, onDone }: { told: Forum | null; onDone: () => Promise<void> }): ReactNode {
  const t = useTranslations("room.forum");
  const { id, room, marks, act } = useInRoom();
  const { told: list } = useTold<RoomPeople>(`/api/meetings/${id}/room/people`, marks.people);
  const [presenter, setPresenter] = useState({ personId: "", name: "", topic: "" });
  const isDrawn = Boolean(room.forum?.seed);
  const people = list?.people ?? [];
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await act("forum/presenters", presenter)) setPresenter({ personId: "", name: "", topic: "" });
  };
  return (
    <details className="border-line border-t pt-2" open={room.forum === null || room.forum.presenters.length === 0}>
      <Summary>{t("setup")}</Summary>
      <div className="grid gap-5">
        {!isDrawn && <RulesForm />}
        {!isDrawn && (
          <form className="grid gap-3 sm:grid-cols-2" onSubmit={(event) => void add(event)}>
            <SelectField
              label={t("presenter")}
              value={presenter.personId}
              onChange={(event) => setPresenter({ ...presenter, personId: event.currentTarget.value })}
            >
              <option value="">{t("byName")}</option>
              {people.map((one) => (
                <option key={one.personId} value={one.personId}>
                  {one.name}
                </option>
              ))}
            </SelectField>
            {presenter.personId === "" && (
              <TextField
                label={t("name")}
                maxLength={60}
                value={presenter.name}
                onChange={(event) => setPresenter({ ...presenter, name: event.currentTarget.value })}
              />
            )}
            <TextField
              label={t("topic")}
              optional
              maxLength={120}
              value={presenter.topic}
              onChange={(event) => setPresenter({ ...presenter, topic: event.currentTarget.value })}
            />
            <Button type="submit" className="self-end justify-self-start">
              {t("add")}
            </Button>
          </form>
        )}
        <Judges told={told} people={people} onDone={onDone} />
        {!isDrawn && room.state === "in_session" && <ConfirmAct path="forum/lot" label={t("lot")} lead={t("lotLead")} />}
      </div>
    </details>
  );
}

function Judges({ told, people, onDone }: { told: Forum | null; people: RoomPeople["people"]; onDone: () => Promise<void> }): ReactNode {
  const t = useTranslations("room.forum");
  const { act } = useInRoom();
  const judges = told?.judges ?? [];
  const others = people.filter(({ personId }) => !judges.some((judge) => judge.personId === personId));
  return (
    <div className="grid gap-2">
      <p className="font-medium">{t("judges")}</p>
      <ul className="flex flex-wrap gap-2">
        {judges.map((judge) => (
          <li key={judge.personId}>
            <Button
              compact
              aria-label={t("offOne", { name: judge.name })}
              onClick={() => void act("forum/judges", { personId: judge.personId, isOff: true }).then(onDone)}
            >
              {judge.name} · {judge.scores} ×
            </Button>
          </li>
        ))}
      </ul>
      <SelectField
        label={t("addJudge")}
        value=""
        onChange={(event) => {
          const personId = Number(event.currentTarget.value);
          if (personId) void act("forum/judges", { personId }).then(onDone);
        }}
      >
        <option value="">{t("choose")}</option>
        {others.map((one) => (
          <option key={one.personId} value={one.personId}>
            {one.name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
