import { type AccountNo, accountNo, type OwnerNo, ownerNo } from "@/engine/units";
import type { RoomId } from "@/server/port";
import { db } from "./client";

/** A person's place in a room: which account they trade, and under which name. */
export interface Membership {
  readonly member: string;
  readonly account: AccountNo;
  readonly nickname: string;
  readonly role: string;
}

/** Null: not a member, or one whose account was not opened yet (`joinRoom` finishes that). */
export async function memberOf(room: RoomId, userId: string): Promise<Membership | null> {
  const row = await db().member.findUnique({
    where: { room_userId: { room, userId } },
    select: {
      id: true,
      nickname: true,
      role: true,
      accounts: { select: { accountNo: true }, orderBy: { accountNo: "asc" }, take: 1 },
    },
  });
  const account = row?.accounts[0];
  if (!row || !account) return null;
  return { member: row.id, account: accountNo(account.accountNo), nickname: row.nickname, role: row.role };
}

/**
 * Takes the member's place before the engine is asked: its owner number is what the account is opened with, so a retry
 * after a crash, a second click or a second tab asks for the same account. Null: the person is gone.
 */
export async function reserveMember(
  room: RoomId,
  userId: string,
  role: "trader" | "teacher" | "assistant",
): Promise<{ member: string; owner: OwnerNo } | null> {
  const rows = await db().$queryRaw<{ id: string; ownerNo: number }[]>`
    INSERT INTO "Member" ("id", "room", "userId", "role", "nickname")
    SELECT gen_random_uuid(), ${room}, "id", ${role}, "nickname" FROM "User" WHERE "id" = ${userId}::uuid
    ON CONFLICT ("room", "userId") DO UPDATE SET "room" = excluded."room"
    RETURNING "id"::text, "ownerNo"`;
  return rows[0] ? { member: rows[0].id, owner: ownerNo(rows[0].ownerNo) } : null;
}

/** The account that the engine opened is this member's. Writing it twice changes nothing. */
export async function giveAccount(room: RoomId, member: string, account: AccountNo): Promise<void> {
  await db().$transaction([
    db().account.createMany({ data: [{ room, no: account }], skipDuplicates: true }),
    db().memberAccount.createMany({ data: [{ memberId: member, room, accountNo: account }], skipDuplicates: true }),
  ]);
}

/** Every room a person is in, with their accounts there. */
export async function membershipsOf(
  userId: string,
): Promise<{ room: RoomId; role: string; nickname: string; createdAt: Date; accounts: AccountNo[] }[]> {
  const rows = await db().member.findMany({
    where: { userId },
    select: {
      room: true,
      role: true,
      nickname: true,
      createdAt: true,
      accounts: { select: { accountNo: true }, orderBy: { accountNo: "asc" } },
    },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ accounts, ...row }) => ({ ...row, accounts: accounts.map((a) => accountNo(a.accountNo)) }));
}

/** Names for a leaderboard. Accounts of people who left have none. */
export async function nicknamesOf(
  room: RoomId,
  accounts: readonly AccountNo[],
): Promise<Map<AccountNo, { nickname: string; guest: boolean }>> {
  const rows = await db().memberAccount.findMany({
    where: { room, accountNo: { in: [...accounts] } },
    select: { accountNo: true, member: { select: { nickname: true, user: { select: { guest: true } } } } },
  });
  return new Map(
    rows.map(({ accountNo: no, member }) => [
      accountNo(no),
      { nickname: member.nickname, guest: member.user?.guest ?? false },
    ]),
  );
}
