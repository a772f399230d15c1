/** The demo sign-ins that are shown at the end of a start. */
import { existsSync, readFileSync } from "node:fs";
import { inRepository } from "./repository.mjs";
import { table } from "./steps.mjs";

/** One password for every demo account; the accounts exist in demo mode only. */
const DEMO_PASSWORD = "rembuk-demo-2026";

/** The list as the demo loader keeps it: `[{ username, role, place, home }]`. */
const signIns = () => {
  const file = inRepository("apps/worker/src/demo/sign-ins.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
};

/** The table of demo sign-ins by role, or an empty text when there are none. */
export const signInTable = () => {
  const people = signIns();
  if (people.length === 0) return "";
  const rows = people
    .toSorted((a, b) => a.role.localeCompare(b.role))
    .map(({ role, username, place, home }) => [role, username, place, home]);
  return `${table(["role", "sign in as", "place", "begins at"], rows)}\n\n  password for all: ${DEMO_PASSWORD}`;
};
