import { defaultRoomConfig } from "@/engine/default-config";
import { soak } from "@/tests/simulation/soak";

/** Runs one soak and says how it went, the seed first: a seed that fails becomes a named test. */
export function runSoak(seed: string, commands: number, peopleAlone: boolean): number {
  const config = peopleAlone ? { ...defaultRoomConfig, participants: [] } : defaultRoomConfig;
  console.error(`soak: seed ${seed}, ${commands} commands, ${peopleAlone ? "people alone" : "the default room"}`);
  const from = performance.now();
  let next = 0.1;
  try {
    const result = soak(config, seed, commands, (done) => {
      if (done / commands < next) return;
      const seconds = (performance.now() - from) / 1000;
      console.error(`soak: ${Math.round((done / commands) * 100)} %, ${Math.round(done / seconds)} commands/s`);
      next += 0.1;
    });
    const seconds = Math.round((performance.now() - from) / 100) / 10;
    console.log(JSON.stringify({ ...result, seconds }));
    return 0;
  } catch (error) {
    console.error(`soak: seed ${seed} failed`, error);
    return 1;
  }
}
