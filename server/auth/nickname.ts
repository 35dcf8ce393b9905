/** Names that would pass for the venue or its staff. Compared folded. */
const reserved = new Set(
  [
    "admin administrator root system staff official support help moderator mod operator owner",
    "tokenpit venue exchange market-maker simulated bot teacher guest anonymous everyone nobody null undefined",
    "管理员 官方 客服 系统 系统管理员 版主 老师 运营 交易所 做市商 匿名 游客 访客",
  ]
    .join(" ")
    .split(" "),
);

/** Kept short on purpose: the plain cases, found anywhere in a name. A teacher can rename the rest. */
const rude = ["fuck", "nigger", "nigga", "faggot", "hitler", "傻逼", "操你", "妈逼", "婊子"];

/** How names are compared: "Quiet_Otter" and "quiet-otter", or a name in full-width letters, are one name. */
export function foldNickname(nickname: string): string {
  return nickname.trim().normalize("NFKC").toLowerCase().normalize("NFKC").replaceAll("_", "-");
}

/** Whether a name may not be chosen, though well formed. */
export function isReserved(nickname: string): boolean {
  const folded = foldNickname(nickname);
  const bare = folded.replaceAll("-", "");
  return reserved.has(folded) || reserved.has(bare) || rude.some((word) => bare.includes(word));
}
