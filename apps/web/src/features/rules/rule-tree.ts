import type { RuleNode } from "./rules-data";

/** A line of the tree: the category and how deep it hangs. */
export interface TreeLine {
  readonly node: RuleNode;
  readonly depth: number;
}

const byName = (a: RuleNode, b: RuleNode) => a.values.name.localeCompare(b.values.name, "id");

/** The categories of one kind as lines: parents before their children, by name on each level. */
export function treeLines(nodes: readonly RuleNode[], kind: RuleNode["kind"]): readonly TreeLine[] {
  const own = nodes.filter((node) => node.kind === kind);
  const codes = new Set(own.map((node) => node.code));
  const below = (parentCode: string | null, depth: number): TreeLine[] =>
    own
      .filter((node) =>
        parentCode === null
          ? node.parentCode === null || !codes.has(node.parentCode)
          : node.parentCode === parentCode,
      )
      .sort(byName)
      .flatMap((node) => [{ node, depth }, ...below(node.code, depth + 1)]);
  return below(null, 0);
}

/** Where a category may hang: not below itself, under no locked or closed one, and not where it hangs. */
export function parentsFor(nodes: readonly RuleNode[], code: string): readonly RuleNode[] {
  const branch = new Set([code]);
  // Parents may stand behind their children: as many rounds as the tree is deep.
  for (let size = 0; size !== branch.size; ) {
    size = branch.size;
    for (const node of nodes) if (branch.has(node.parentCode ?? "")) branch.add(node.code);
  }
  const parentCode = nodes.find((node) => node.code === code)?.parentCode;
  return nodes
    .filter((node) => node.isActive && !node.isSupervisory)
    .filter((node) => !branch.has(node.code) && node.code !== parentCode)
    .sort(byName);
}

/** Lines whose category answers to the words, by name or code; all of them without words. */
export function matchingLines(lines: readonly TreeLine[], text: string): readonly TreeLine[] {
  const words = text.trim().toLowerCase();
  if (words === "") return lines;
  return lines.filter(({ node }) =>
    `${node.values.name} ${node.code}`.toLowerCase().includes(words),
  );
}
