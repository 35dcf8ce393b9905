/** scrypt with N = 2^15, r = 8, p = 3: 32 MiB and about a quarter of a second. Raising it redoes hashes at sign-in. */
export const passwordCost = { ln: 15, r: 8, p: 3 };
