import { expect, it } from "vitest";
import { named, statementName } from "./named-statement";

// Pages and procedures are bundled apart, each with its own copy of the module, and share connections: a
// number counted by each copy called two statements by one name, and PostgreSQL's driver refused the second.
it("a statement is called by its text alone, whatever was called before it", () => {
  const [one, other] = ["SELECT 1 WHERE $1", "SELECT 2 WHERE $1"];
  expect(statementName(one)).toBe("68qeQFtpi-7AdR-YDDsDjQ3p");
  expect(statementName(other)).not.toBe(statementName(one));
  for (const text of [other, one, other]) {
    const called = named(text, [true]);
    // Unnamed where this process has called very many by then.
    expect([statementName(text), ""]).toContain(called.name);
    expect(called).toMatchObject({ text, values: [true] });
  }
});
