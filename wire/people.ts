import { z } from "zod";
import { named } from "./primitives";

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
  .refine((text) => /^[\p{L}\p{M}\p{N}_-]*$/u.test(text) && /[\p{L}\p{N}]/u.test(text), "nickname-characters")
  // Hangul fillers and their like are letters that nobody sees.
  .refine((text) => !/\p{Default_Ignorable_Code_Point}/u.test(text), "nickname-characters");

/** Composed too: the same password typed on another keyboard must be the same bytes. */
export const Password = z
  .string()
  .max(4 * passwordLength.most, "password-length")
  .transform((text) => text.normalize("NFKC"))
  .refine((text) => countOf(text) >= passwordLength.least && countOf(text) <= passwordLength.most, "password-length");

const Text = z.string().max(1000);
/** Wall time: people are not in the room's calendar. */
const Moment = z.string().meta({ format: "date-time" });

export const PasswordChange = named("PasswordRequest", z.strictObject({ current: Text, next: Text }));
export const KeyDraft = named(
  "KeyDraft",
  z.strictObject({ name: Text.regex(/^[^\0]*$/).describe("What it is for, 1 to 40 characters") }),
);
export const ProfileChange = named("ProfileRequest", z.strictObject({ locale: z.enum(["en", "zh"]) }));
/** Deleting is confirmed by typing the nickname. */
export const Farewell = named("DeleteMeRequest", z.strictObject({ nickname: Text }));
export const keyNameLength = 40;

export const ProfileView = named(
  "Profile",
  z.object({
    nickname: z.string(),
    guest: z.boolean(),
    password: z.boolean().describe("Whether one is set: without it only keys and open sessions reach this account"),
    locale: z.string().nullable(),
    createdAt: Moment,
  }),
);
export type ProfileView = z.infer<typeof ProfileView>;

export const SessionRow = named(
  "Session",
  z.object({
    id: z.string(),
    agent: z.string().nullable().describe("Browser family"),
    createdAt: Moment,
    lastSeenAt: Moment,
    current: z.boolean(),
  }),
);
export type SessionRow = z.infer<typeof SessionRow>;

export const KeyRow = named(
  "Key",
  z.object({
    id: z.string(),
    name: z.string(),
    hint: z.string().describe("Its last four characters"),
    createdAt: Moment,
    lastUsedAt: Moment.nullable(),
  }),
);
export type KeyRow = z.infer<typeof KeyRow>;

export const NewKeyView = named("NewKey", KeyRow.extend({ key: z.string().describe("Shown this once") }));
export type NewKeyView = z.infer<typeof NewKeyView>;
