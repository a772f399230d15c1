/** Longer than any honest look-up takes, so that hits and misses answer after the same time. */
export const ANSWER_FLOOR_MS = 250;

/** Does the work, and answers no sooner than the floor, also when it fails. */
export async function noSoonerThan<Result>(
  work: () => Promise<Result>,
  floorMs = ANSWER_FLOOR_MS,
): Promise<Result> {
  const floor = new Promise((resolve) => setTimeout(resolve, floorMs));
  try {
    return await work();
  } finally {
    await floor;
  }
}
