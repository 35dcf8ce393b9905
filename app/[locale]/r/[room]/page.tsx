import { notFound } from "next/navigation";
import { deskPath } from "@/components/layout/places";
import { redirect } from "@/messages/navigation";
import type { Locale } from "@/messages/routing";
import { featuredSymbol } from "./featured-symbol";

/** A room's address alone leads to its desk. */
export default async function RoomPage({ params }: { params: Promise<{ locale: Locale; room: string }> }) {
  const { locale, room } = await params;
  const symbol = await featuredSymbol(room);
  if (!symbol) notFound();
  redirect({ href: deskPath(room, symbol), locale });
}
