import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/layout/page";
import { PUBLIC_ROOM } from "@/components/layout/places";
import { Rulebook } from "@/components/rulebook/rulebook";
import { Calendar } from "@/engine/calendar";
import { SEAM } from "@/server/api/seam";
import { roomConfig } from "@/server/db/rooms";
import { pageMetadata } from "../page-metadata";
import { visitRoom } from "../room-visit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rulebook");
  return pageMetadata({ title: t("title"), description: t("lede"), path: "/rulebook" });
}

/** The rules of the public room, as it runs them. */
export default async function RulebookPage() {
  const { room } = await visitRoom(PUBLIC_ROOM);
  const config = await roomConfig(room.id);
  if (!config) notFound();
  const dayMinutes = new Calendar(config.calendar).activeDay() / room.speed / 60_000;
  return (
    <Page>
      <Rulebook config={config} facts={{ seedCommit: room.seedCommit, seam: SEAM, dayMinutes }} />
    </Page>
  );
}
