const PATIENCE_MS = 10_000;
const KINDS = ["wecom", "dingtalk", "feishu"] as const;
type WebhookKind = (typeof KINDS)[number];

/** The robot this installation tells, when NOTICE_WEBHOOK_URL is set; NOTICE_WEBHOOK_KIND says whose it is. */
export const isWebhookSet = (): boolean => Boolean(process.env["NOTICE_WEBHOOK_URL"]);

function kindOf(): WebhookKind {
  return KINDS.find((kind) => kind === process.env["NOTICE_WEBHOOK_KIND"]) ?? "wecom";
}

/** What the robots of WeCom and DingTalk take, and the other shape that Feishu takes. */
export const webhookBody = (text: string, kind: WebhookKind): object =>
  kind === "feishu" ? { msg_type: "text", content: { text } } : { msgtype: "text", text: { content: text } };

/** The robots answer 200 also to what they refuse, and say so in the body. */
function refusedBy(said: unknown): string | null {
  if (typeof said !== "object" || said === null) return null;
  const { errcode, code, errmsg, msg } = said as Record<string, unknown>;
  const number = errcode ?? code ?? 0;
  return number === 0 ? null : `${String(number)} ${String(errmsg ?? msg ?? "")}`;
}

/** Tells the robot one text. Throws when it was not taken. */
export async function tellWebhook(text: string): Promise<void> {
  const url = process.env["NOTICE_WEBHOOK_URL"];
  if (!url) return;
  const reply = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(webhookBody(text, kindOf())),
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!reply.ok) throw new Error(`the webhook answered ${reply.status}`);
  const refused = refusedBy(await reply.json().catch(() => null));
  if (refused) throw new Error(`the webhook refused: ${refused.slice(0, 200)}`);
}
