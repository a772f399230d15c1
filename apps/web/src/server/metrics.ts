import "server-only";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { oncePerProcess } from "./once-per-process";

function createRegistry(): Registry {
  const fresh = new Registry();
  collectDefaultMetrics({ register: fresh });
  return fresh;
}

/** What /metrics shows. */
export const registry: Registry = oncePerProcess("metrics", createRegistry);

function once<Metric>(name: string, create: () => Metric): Metric {
  return (registry.getSingleMetric(name) as Metric | undefined) ?? create();
}

/** Seconds in a procedure, by path, type and outcome. Labels hold no ids. */
export const procedureSeconds = once(
  "rembuk_procedure_seconds",
  () =>
    new Histogram({
      name: "rembuk_procedure_seconds",
      help: "Time in a procedure",
      labelNames: ["procedure", "type", "outcome"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
);

export const signInAttempts = once(
  "rembuk_sign_in_total",
  () =>
    new Counter({
      name: "rembuk_sign_in_total",
      help: "Sign-in attempts by outcome",
      labelNames: ["outcome"],
      registers: [registry],
    }),
);

export const liveStreams = once(
  "rembuk_live_streams",
  () =>
    new Gauge({
      name: "rembuk_live_streams",
      help: "Open event streams",
      registers: [registry],
    }),
);
