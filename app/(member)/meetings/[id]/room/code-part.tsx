import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Qr } from "#ui/qr.tsx";
import { useInRoom } from "./room-context.ts";
import type { ShownCode } from "./room-page.ts";

const FRESH_MS = 8_000;

/** The code of this moment, asked for again every few seconds while somebody looks at it. */
export function useFreshCode(id: number, isShown: boolean) {
  const [code, setCode] = useState<ShownCode | null>(null);
  useEffect(() => {
    if (!isShown) return;
    const fetchCode = async (): Promise<void> => {
      const asked = await askServer<ShownCode>(`/api/meetings/${id}/room/code`, {});
      // An old code on the screen would only be refused: none is better.
      setCode(asked.kind === "told" ? asked.value : null);
    };
    void fetchCode();
    const timer = setInterval(() => void fetchCode(), FRESH_MS);
    return () => clearInterval(timer);
  }, [id, isShown]);
  return { code, setCode };
}

/** The QR code and the six digits, on the screen of whoever runs the meeting. */
export function CodePart(): ReactNode {
  const t = useTranslations("room.code");
  const { id } = useInRoom();
  const [isShown, setShown] = useState(false);
  const { code, setCode } = useFreshCode(id, isShown);
  const renew = async (): Promise<void> => {
    const asked = await askServer<ShownCode>(`/api/meetings/${id}/room/code`, { renew: true });
    if (asked.kind === "told") setCode(asked.value);
  };
  return (
    <Card title={t("title")}>
      {!isShown && (
        <Button className="justify-self-start" onClick={() => setShown(true)}>
          {t("show")}
        </Button>
      )}
      {isShown && (
        <div className="grid justify-items-center gap-3 text-center">
          {code ? <Qr modules={code.modules} label={t("qr")} caption={t("lives")} /> : <p className="text-muted">{t("fetching")}</p>}
          {code && <p className="tabular font-bold text-3xl tracking-[0.2em]">{code.digits}</p>}
          <div className="flex flex-wrap justify-center gap-2">
            <Button compact look="quiet" onClick={() => void renew()}>
              {t("renew")}
            </Button>
            <Button compact look="quiet" onClick={() => setShown(false)}>
              {t("hide")}
            </Button>
          </div>
        </div>
      )}
      <a href={`/meetings/${id}/room/hall`} className="inline-flex min-h-11 items-center text-seal underline underline-offset-4">
        {t("hall")}
      </a>
    </Card>
  );
}
