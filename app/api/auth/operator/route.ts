export { operatorKey as POST } from "@/server/api/auth-operator";
