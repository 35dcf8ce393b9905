import { z } from "zod";

/** What people may send about themselves, and what the account page shows them. */

export const nicknameLength = { least: 3, most: 24 } as const;
export const passwordLength = { least: 8, most: 200 } as const;

/** Code points, as a person counts them: "𠮷野家" has three. */
const countOf = (text: string): number => [...text].length;

/** Letters of any script, digits, - and _; at least one letter or digit. Written composed, so that one name has one spelling. */
export const Nickname = z
  .string()
  .transform((text) => text.trim().normalize("NFKC"))
  .refine((text) => countOf(text) >= nicknameLength.least && countOf(text) <= nicknameLength.most, "nickname-length")
  .refine((text) => /^[\p{L}\p{M}\p{N}_-]*$/u.test(text) && /[\p{L}\p{N}]/u.test(text), "nickname-characters");

/** Composed too: the same password typed on another keyboard must be the same bytes. */
export const Password = z
  .string()
  .max(4 * passwordLength.most, "password-length")
  .transform((text) => text.normalize("NFKC"))
  .refine((text) => countOf(text) >= passwordLength.least && countOf(text) <= passwordLength.most, "password-length");

export const SignUp = z.object({ nickname: Nickname, password: Password });
export const PasswordChange = z.object({ current: z.string().max(4 * passwordLength.most), next: Password });
export const KeyDraft = z.object({
  name: z
    .string()
    .trim()
    .min(1, "key-name")
    .refine((text) => countOf(text) <= 40, "key-name"),
});
export const ProfileChange = z.object({ locale: z.enum(["en", "zh"]) });
/** Deleting is confirmed by typing the nickname. */
export const Farewell = z.object({ nickname: z.string().max(200) });

export interface ProfileView {
  nickname: string;
  guest: boolean;
  /** Whether a password is set: without one, only the keys and the sessions below reach this account. */
  password: boolean;
  locale: string | null;
  createdAt: string;
}

export interface SessionRow {
  id: string;
  agent: string | null;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
}

export interface KeyRow {
  id: string;
  name: string;
  hint: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** The only time the key itself is sent. */
export interface NewKeyView extends KeyRow {
  key: string;
}
