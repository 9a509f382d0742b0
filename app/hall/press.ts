import type { TakenBuzz } from "#server/halls/take-buzz.ts";

export type Pressed = TakenBuzz | { outcome: "refused"; code: string };

const PATIENCE_MS = 5_000;

/** Presses a buzzer: everything is said in the address, so that the server knows the moment from the first line. Throws nothing. */
export async function press(hall: Readonly<{ id: number; ticket: string }>, item: number, seat?: number): Promise<Pressed> {
  const asked = new URLSearchParams({ item: String(item), ticket: hall.ticket, ...(seat !== undefined && { seat: String(seat) }) });
  try {
    const reply = await fetch(`/api/halls/${hall.id}/buzz?${asked}`, {
      method: "POST",
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const said = (await reply.json()) as TakenBuzz & { refused?: string };
    return reply.ok ? said : { outcome: "refused", code: said.refused ?? "broken" };
  } catch {
    return { outcome: "refused", code: "offline" };
  }
}
