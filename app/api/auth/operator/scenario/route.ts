export { operatorScenario as POST } from "@/server/api/scenarios";
