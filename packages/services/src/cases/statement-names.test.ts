import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { named } from "./queries";

// Pages and procedures are bundled apart, each with its own copy of the module, and share connections: a
// number counted by each copy called two statements by one name, and PostgreSQL's driver refused the second.
it("a statement is called by its text alone, whatever was called before it", () => {
  const nameOf = (text: string) =>
    createHash("sha256").update(text).digest("base64url").slice(0, 24);
  const [one, other] = ["SELECT 1 WHERE $1", "SELECT 2 WHERE $1"];
  expect(named(other, [true]).name).toBe(nameOf(other));
  expect(named(one, [true]).name).toBe(nameOf(one));
  expect(named(other, [false])).toEqual({ name: nameOf(other), text: other, values: [false] });
  expect(nameOf(one)).not.toBe(nameOf(other));
});
