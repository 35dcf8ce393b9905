export { nextAuth as GET, nextAuth as POST } from "@/server/api/auth";
