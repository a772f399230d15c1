export interface Gather {
  readonly call: () => void;
  readonly stop: () => void;
}

/**
 * Calls that come close together are one, at most a pause after the first of them, however many follow.
 * While the work runs the next one waits for its end: on a slow machine in a busy office each would
 * otherwise cut off the answer of the one before, and none would ever arrive.
 */
export const gatherCalls = (work: () => Promise<unknown>, pauseMs: number): Gather => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isAsked = false;
  const run = async () => {
    timer = undefined;
    isAsked = false;
    isRunning = true;
    await work().catch(() => undefined);
    isRunning = false;
    if (isAsked) timer = setTimeout(run, pauseMs);
  };
  return {
    call: () => {
      isAsked = true;
      if (!isRunning && timer === undefined) timer = setTimeout(run, pauseMs);
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      isAsked = false;
    },
  };
};
