import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { passwordCost } from "./password-cost";

/**
 * Memory-hard password hashes, `$scrypt$ln=15,r=8,p=3$salt$hash`: the cost travels with the hash, so that it can be
 * raised later and old hashes are redone at the next sign-in.
 */
const saltBytes = 16;
const hashBytes = 32;

export type Verdict = "right" | "right-but-rehash" | "wrong";

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derive(password, salt, passwordCost, hashBytes);
  return written(salt, hash);
}

/** The same work is done when there is no hash, so that an unknown nickname takes as long as a wrong password. */
export async function verifyPassword(password: string, stored: string | null): Promise<Verdict> {
  const { salt, hash, cost } = parse(stored ?? hashOfNobody);
  const derived = await derive(password, salt, cost, hash.length);
  if (!timingSafeEqual(derived, hash) || stored === null) return "wrong";
  const current = cost.ln === passwordCost.ln && cost.r === passwordCost.r && cost.p === passwordCost.p;
  return current ? "right" : "right-but-rehash";
}

function written(salt: Buffer, hash: Buffer): string {
  const { ln, r, p } = passwordCost;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString("base64")}$${hash.toString("base64")}`;
}

const hashOfNobody = written(Buffer.alloc(saltBytes), Buffer.alloc(hashBytes));

interface Cost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

function parse(stored: string): { salt: Buffer; hash: Buffer; cost: Cost } {
  const found = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/.exec(stored);
  if (!found) throw new Error("A stored password hash is not in the scrypt format.");
  const [, ln, r, p, salt, hash] = found;
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}

/** At most two at a time: scrypt runs on the four threads that files and name look-ups also need. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, { ln, r, p }: Cost, length: number): Promise<Buffer> {
  if (running === atOnce) await new Promise<void>((turn) => waiting.push(turn));
  else running += 1;
  const N = 2 ** ln;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r + 1024 * 1024 };
  try {
    return await new Promise((resolve, reject) =>
      scrypt(password.normalize("NFKC"), salt, length, options, (error, key) => (error ? reject(error) : resolve(key))),
    );
  } finally {
    // A waiting call takes over this one's turn, so `running` only falls when nobody waits.
    const turn = waiting.shift();
    if (turn) turn();
    else running -= 1;
  }
}
