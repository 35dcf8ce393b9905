import fc from "fast-check";
import { expect, test } from "vitest";
import { Schedule } from "./schedule";

test("actors run by moment, then by rank, however they were planned", () => {
  const plan = fc.array(fc.record({ rank: fc.nat(20), at: fc.nat(5) }), { maxLength: 60 });
  fc.assert(
    fc.property(plan, (plans) => {
      const schedule = new Schedule(21);
      const latest = new Map<number, number>();
      for (const { rank, at } of plans) {
        schedule.set(rank, at);
        latest.set(rank, at);
      }
      const restored = Schedule.load(21, schedule.save());
      const expected = [...latest].sort(([a, atA], [b, atB]) => atA - atB || a - b).map(([rank]) => rank);
      for (const copy of [schedule, restored]) {
        const order: number[] = [];
        while (copy.nextAt() < Number.POSITIVE_INFINITY) order.push(copy.take());
        expect(order).toEqual(expected);
      }
    }),
  );
});
