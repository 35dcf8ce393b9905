import { deskPath, PUBLIC_ROOM } from "@/components/layout/places";
import { redirect } from "@/messages/navigation";
import type { Locale } from "@/messages/routing";

/** The short address of the public room's desk. */
export default async function TradePage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  redirect({ href: deskPath(PUBLIC_ROOM), locale });
}
