/** Preloaded by `--profile`: the process leaves a CPU profile in PROFILE_DIRECTORY when it ends. */

import { mkdirSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { join } from "node:path";

const directory = process.env.PROFILE_DIRECTORY;
const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.start");

process.once("exit", () => {
  mkdirSync(directory, { recursive: true });
  // In the same thread the answer comes at once.
  session.post("Profiler.stop", (error, result) => {
    if (error) return;
    writeFileSync(join(directory, `${process.pid}.cpuprofile`), JSON.stringify(result.profile));
  });
});
