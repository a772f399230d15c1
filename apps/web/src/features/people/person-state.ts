import type { PersonRow } from "./people-data";

export const personStates = ["active", "waiting", "noRole", "disabled"] as const;
export type PersonState = (typeof personStates)[number];

type Known = Pick<PersonRow, "isDisabled" | "hasPassword"> & {
  readonly assignments: readonly Pick<PersonRow["assignments"][number], "state">[];
};

/** What an administrator must know first: out, not yet in, in without work, at work. */
export function personState(person: Known): PersonState {
  if (person.isDisabled) return "disabled";
  if (!person.hasPassword) return "waiting";
  return person.assignments.some((a) => a.state === "running") ? "active" : "noRole";
}

/** Roles that run or will run, before those that ended. */
export function currentAssignments<A extends { readonly state: string }>(
  assignments: readonly A[],
): readonly A[] {
  return assignments.filter((a) => a.state !== "ended");
}
