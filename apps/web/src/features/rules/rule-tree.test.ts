import { describe, expect, it } from "vitest";
import { matchingLines, parentsFor, treeLines } from "./rule-tree";
import type { RuleNode } from "./rules-data";

const node = (code: string, parentCode: string | null, name = code, change = {}): RuleNode => {
  const shape = { isActive: true, isSupervisory: false, kind: "complaint", values: { name } };
  return { code, parentCode, ...shape, ...change } as unknown as RuleNode;
};
const nodes = [
  node("C", "B"),
  node("A", null, "Zebra"),
  node("B", null, "Angsa"),
  node("D", "C"),
  node("E", "B", "Belut"),
];

describe("the tree", () => {
  it("puts children under their parents, by name on each level", () => {
    const lines = treeLines(nodes, "complaint").map((l) => `${l.depth}${l.node.code}`);
    expect(lines).toEqual(["0B", "1E", "1C", "2D", "0A"]);
    expect(treeLines(nodes, "aspiration")).toEqual([]);
  });

  it("finds by name and by code", () => {
    const lines = treeLines(nodes, "complaint");
    expect(matchingLines(lines, " zeb ").map((l) => l.node.code)).toEqual(["A"]);
    expect(matchingLines(lines, "")).toHaveLength(5);
  });

  it("offers as parent what is neither below, nor locked, nor closed, nor where it hangs", () => {
    const more = [
      ...nodes,
      node("OFF", null, "Mati", { isActive: false }),
      node("SUP", null, "Awas", { isSupervisory: true }),
    ];
    expect(parentsFor(more, "B").map((n) => n.code)).toEqual(["A"]);
    expect(parentsFor(more, "D").map((n) => n.code)).toEqual(["B", "E", "A"]);
  });
});
