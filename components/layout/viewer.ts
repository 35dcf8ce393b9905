/** Who is looking: null before signing in. `equity` is null until they hold an account in the room. */
export type Viewer = { nickname: string; guest: boolean; equity: string | null } | null;
