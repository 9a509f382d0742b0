import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { tryAsk } from "#app/_http/ask.ts";
import { getRoom } from "#server/room/get-room.ts";
import { Words } from "#ui/words.tsx";
import { DoorScreen } from "./door-screen.tsx";
import type { RoomPage } from "./room-page.ts";
import { RoomScreen } from "./room-screen.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("room"))("title") };
}

/** The one page of a meeting while it runs. Whoever scanned the code in the hall lands here with it; it is used when they press, never by the address alone. */
export default async function RoomPageScreen({ params, searchParams }: Props): Promise<ReactNode> {
  const [{ id }, { code: given }] = await Promise.all([params, searchParams]);
  const code = typeof given === "string" && /^[\w-]{22}$/.test(given) ? given : "";
  const outcome = await tryAsk(getRoom, { id });
  if (!outcome.ok) {
    const back = `/meetings/${encodeURIComponent(id)}/room${code ? `?code=${code}` : ""}`;
    if (outcome.code === "not-signed-in") redirect(`/sign-in?next=${encodeURIComponent(back)}`);
    if (code === "" || !/^\d{1,15}$/.test(id)) notFound();
    return (
      <Words names={["room", "refusals"]}>
        <DoorScreen id={Number(id)} code={code} />
      </Words>
    );
  }
  // The same as its address answers: instants as texts.
  const page = JSON.parse(JSON.stringify(outcome.value)) as RoomPage;
  return (
    <Words names={["room", "refusals", "fields"]}>
      <RoomScreen first={page} code={code} />
    </Words>
  );
}
