import { describe, expect, it } from "vitest";
import { hashPassword, verifyNothing, verifyPassword } from "./hash-password";

describe("a password hash", () => {
  it("is argon2id with the stated cost and fits its password alone", async () => {
    const stored = await hashPassword("titian bambu lapuk");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, "titian bambu lapuk")).toBe(true);
    expect(await verifyPassword(stored, "titian bambu lapuK")).toBe(false);
    expect(await verifyPassword("not a hash", "titian bambu lapuk")).toBe(false);
  });

  it("takes as long for an account that does not exist", async () => {
    const stored = await hashPassword("titian bambu lapuk");
    await verifyNothing("warm up");
    const timed = async (work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      return performance.now() - start;
    };
    // In turns, and the best of each: what else the machine does must not decide. The best is each one's own cost once
    // it has been undisturbed, which takes more turns where the machine is busy.
    const real: number[] = [];
    const none: number[] = [];
    const ratioNow = () => Math.min(...none) / Math.min(...real);
    const isAlike = () => ratioNow() > 0.4 && ratioNow() < 2.5;
    for (let turn = 0; turn < 8 || (turn < 80 && !isAlike()); turn += 1) {
      real.push(await timed(() => verifyPassword(stored, "wrong")));
      none.push(await timed(() => verifyNothing("wrong")));
    }
    const ratio = ratioNow();
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it("answers everybody in a flood", async () => {
    const stored = await hashPassword("titian bambu lapuk");
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        verifyPassword(stored, i % 2 ? "no" : "titian bambu lapuk"),
      ),
    );
    expect(answers.filter(Boolean)).toHaveLength(10);
  });
});
