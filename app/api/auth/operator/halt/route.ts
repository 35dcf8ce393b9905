export { operatorHalt as POST } from "@/server/api/halts";
