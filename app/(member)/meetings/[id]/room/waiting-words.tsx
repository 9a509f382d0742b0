import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Kept } from "./outbox.ts";
import { useInRoom } from "./room-context.ts";
import type { Speeches } from "./room-page.ts";

/** What was written and is not at the server: on its way, or refused, with its text; nothing typed is lost. */
export function WaitingWords(): ReactNode {
  const t = useTranslations("room.words");
  const { outbox } = useInRoom();
  const onTheWay = outbox.waiting.filter(({ refused }) => refused === null);
  const refused = outbox.waiting.filter((kept) => kept.refused !== null);
  return (
    <>
      {onTheWay.length > 0 && (
        <Notice kind="info" action={<Button onClick={() => void outbox.flush()}>{t("sendNow")}</Button>}>
          <span role="status">{t("waiting", { count: onTheWay.length })}</span>
        </Notice>
      )}
      {refused.map((kept) => (
        <RefusedWords key={kept.key} kept={kept} />
      ))}
    </>
  );
}

function RefusedWords({ kept }: { kept: Kept }): ReactNode {
  const [t, tRefusals] = [useTranslations("room.words"), useTranslations("refusals")];
  const { id, outbox } = useInRoom();
  const code = kept.refused ?? "";
  /** Both texts in one, the other's first; it can be edited afterwards. */
  const join = async (): Promise<void> => {
    const asked = await askServer<Speeches>(`/api/meetings/${id}/room/speeches`);
    const theirs = asked.kind === "told" ? asked.value.speeches.find(({ key }) => key === kept.key) : undefined;
    if (!theirs) return;
    const text = `${theirs.body}\n\n${kept.text}`;
    outbox.write({ ...kept, text, body: { ...kept.body, body: text, base: theirs.body, revision: theirs.revision } });
  };
  return (
    <Notice kind="warning" title={tRefusals.has(code) ? tRefusals(code) : t("refused")}>
      <p className="whitespace-pre-wrap break-words border-line border-s-2 ps-3">{kept.text}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {code === "speech-changed" ? (
          <Button onClick={() => void join()}>{t("join")}</Button>
        ) : (
          <Button onClick={() => outbox.write(kept)}>{t("again")}</Button>
        )}
        <Button look="quiet" onClick={() => void navigator.clipboard?.writeText(kept.text)}>
          {t("copy")}
        </Button>
        <Button look="quiet" onClick={() => outbox.discard(kept)}>
          {t("discard")}
        </Button>
      </div>
    </Notice>
  );
}
