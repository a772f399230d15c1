import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What the worker counts. Labels hold names of jobs and schedules, never ids. */
export const createMetrics = () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    dispatched: new Counter({
      name: "rembuk_events_dispatched_total",
      help: "Events handed to the queue",
      registers,
    }),
    dispatchLag: new Histogram({
      name: "rembuk_dispatch_lag_seconds",
      help: "From the writing of an event to its dispatch",
      buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300],
      registers,
    }),
    jobSeconds: new Histogram({
      name: "rembuk_job_seconds",
      help: "Time in a job",
      labelNames: ["job", "outcome"],
      buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
      registers,
    }),
    deadLetters: new Counter({
      name: "rembuk_dead_letters_total",
      help: "Jobs that failed for good",
      labelNames: ["job"],
      registers,
    }),
    requeued: new Counter({
      name: "rembuk_jobs_requeued_total",
      help: "Undone jobs put back into the queue",
      registers,
    }),
    scheduleRuns: new Counter({
      name: "rembuk_schedule_runs_total",
      help: "Runs of recurring work",
      labelNames: ["schedule", "outcome"],
      registers,
    }),
    isDispatcher: new Gauge({
      name: "rembuk_is_dispatcher",
      help: "1 while this process holds the dispatcher's lock",
      registers,
    }),
  };
};

export type Metrics = ReturnType<typeof createMetrics>;
