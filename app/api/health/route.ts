import { mountForAnyone } from "@/server/api/mount";
import { getHealth } from "@/server/api/service";

export const GET = mountForAnyone(getHealth);
