import { db } from "./client";
import { Prisma } from "./generated/client";

export interface Person {
  readonly id: string;
  readonly nickname: string;
  readonly guest: boolean;
  readonly locale: string | null;
  readonly createdAt: Date;
}

const person = { id: true, nickname: true, guest: true, locale: true, createdAt: true } as const;

/** Someone else holds the folded nickname. */
export type NicknameTaken = "nickname-taken";

export interface NewPerson {
  readonly nickname: string;
  readonly nicknameKey: string;
  readonly guest: boolean;
  readonly passwordHash: string | null;
  readonly locale: string | null;
}

export const createPerson = (data: NewPerson): Promise<Person | NicknameTaken> =>
  unlessTaken(db().user.create({ data, select: person }));

export async function personOf(userId: string): Promise<Person | null> {
  return db().user.findUnique({ where: { id: userId }, select: person });
}

/** For sign-in and for the operator: by folded nickname. */
export async function personByKey(nicknameKey: string): Promise<(Person & { passwordHash: string | null }) | null> {
  return db().user.findUnique({ where: { nicknameKey }, select: { ...person, passwordHash: true } });
}

export async function passwordHashOf(userId: string): Promise<string | null> {
  const row = await db().user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  return row?.passwordHash ?? null;
}

/** A guest takes a name and a password; row, membership and portfolio stay. False: this was no guest any more. */
export async function makeAccount(
  userId: string,
  { nickname, nicknameKey, passwordHash }: { nickname: string; nicknameKey: string; passwordHash: string },
): Promise<boolean | NicknameTaken> {
  return unlessTaken(
    db().$transaction(async (tx) => {
      const { count } = await tx.user.updateMany({
        where: { id: userId, guest: true },
        data: { nickname, nicknameKey, passwordHash, guest: false },
      });
      if (count === 1) await tx.member.updateMany({ where: { userId }, data: { nickname } });
      return count === 1;
    }),
  );
}

export async function setPasswordHash(userId: string, passwordHash: string): Promise<void> {
  await db().user.updateMany({ where: { id: userId }, data: { passwordHash } });
}

export async function setLocale(userId: string, locale: string): Promise<void> {
  await db().user.updateMany({ where: { id: userId }, data: { locale } });
}

export async function touchPerson(userId: string, now: Date): Promise<void> {
  await db().user.updateMany({ where: { id: userId }, data: { lastSeenAt: now } });
}

/** Guests not seen since `before`, longest away first. */
export async function idleGuests(before: Date, most: number): Promise<string[]> {
  const rows = await db().user.findMany({
    where: { guest: true, lastSeenAt: { lt: before } },
    select: { id: true },
    orderBy: { lastSeenAt: "asc" },
    take: most,
  });
  return rows.map(({ id }) => id);
}

/**
 * Removes everything that says who this was: row, sessions, keys, memberships, and the order labels they wrote.
 * The account numbers stay, with orders, fills and ledger, so that replays and other people's books still add up.
 */
export async function erasePerson(userId: string, throttleKeys: readonly string[]): Promise<void> {
  await db().$transaction(async (tx) => {
    const links = await tx.memberAccount.findMany({
      where: { member: { userId } },
      select: { room: true, accountNo: true },
    });
    for (const { room, accountNo } of links)
      await tx.order.updateMany({
        where: { room, account: accountNo, clientOrderId: { not: null } },
        data: { clientOrderId: null },
      });
    await tx.room.updateMany({ where: { ownerId: userId }, data: { ownerId: null } });
    await tx.signInThrottle.deleteMany({ where: { key: { in: [...throttleKeys] } } });
    await tx.user.deleteMany({ where: { id: userId } });
  });
}

async function unlessTaken<T>(write: Promise<T>): Promise<T | NicknameTaken> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return "nickname-taken";
    throw error;
  }
}
