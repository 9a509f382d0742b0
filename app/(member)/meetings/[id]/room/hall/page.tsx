import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import type { RoomPage } from "#app/(member)/meetings/[id]/room/room-page.ts";
import { getRoom } from "#server/room/get-room.ts";
import { Words } from "#ui/words.tsx";
import { HallScreen } from "./hall-screen.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("room.hall"))("title") };
}

/** What the projector shows, for whoever runs the meeting: the item, the passage, who speaks, and the code. */
export default async function HallPage({ params }: Props): Promise<ReactNode> {
  const page = await ask(getRoom, { id: (await params).id });
  if (!page.you.mayRun) notFound();
  return (
    <Words names={["room", "refusals"]}>
      <HallScreen first={JSON.parse(JSON.stringify(page)) as RoomPage} />
    </Words>
  );
}
