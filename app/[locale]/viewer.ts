import { PUBLIC_ROOM } from "@/components/layout/places";
import type { Viewer } from "@/components/layout/viewer";
import { currentSession } from "@/server/access/current-session";
import { membershipIn } from "@/server/access/membership";
import { ask } from "@/server/api/ask";
import { HostFailed } from "@/server/api/respond";
import { formatMoney } from "@/wire/decimal";

/** Who the header greets, and what their account in the public room is worth now. */
export async function currentViewer(): Promise<Viewer> {
  const session = await currentSession();
  if (!session) return null;
  const { nickname, guest } = session;
  return { nickname, guest, equity: await worth(session.userId) };
}

/** A room that is being recovered says nothing, and the header leaves the number out. */
async function worth(userId: string): Promise<string | null> {
  const member = await membershipIn(PUBLIC_ROOM, userId);
  if (!member) return null;
  try {
    const { value } = await ask(PUBLIC_ROOM, "account", { account: member.account });
    return value && formatMoney(value.equity + value.bankCash);
  } catch (failure) {
    if (failure instanceof HostFailed) return null;
    throw failure;
  }
}
