import { roles } from "@rembuk/domain/access/roles";
import { errorCodes } from "@rembuk/domain/kernel/errors";
import { describe, expect, it } from "vitest";
import en from "./en.json";
import id from "./id.json";

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") found.set(here, value);
    else for (const [inner, text] of leaves(value, here)) found.set(inner, text);
  }
  return found;
}

/** Names of ICU arguments: `{count, plural, ...}` and `{name}` at any depth. */
function argumentsOf(text: string): string[] {
  const names = [...text.matchAll(/\{\s*([a-zA-Z]\w*)\s*(?=[,}])/g)].map((match) => match[1] ?? "");
  return [...new Set(names)].sort();
}

const indonesian = leaves(id);
const english = leaves(en);

describe("the wording", () => {
  it("has the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort());
  });

  it("asks for the same arguments in both languages", () => {
    for (const [key, text] of indonesian) {
      expect([key, argumentsOf(english.get(key) ?? "")]).toEqual([key, argumentsOf(text)]);
    }
  });

  it("is nowhere empty and never shouts", () => {
    for (const [key, text] of [...indonesian, ...english]) {
      expect(text.trim(), key).not.toBe("");
      expect(text, key).not.toContain("!");
    }
  });

  it("always says something: the build takes messages apart, and one that may be nothing is refused", () => {
    const mayBeNothing = /^\{\w+, (?:plural|select),(?: \S+ \{[^{}]*\})*\}$/;
    for (const [key, text] of [...indonesian, ...english])
      if (text.includes("{}")) expect(text, key).not.toMatch(mayBeNothing);
  });

  it.each([...errorCodes, "UNAUTHENTICATED", "RATE_LIMITED", "OFFLINE", "UNEXPECTED"])(
    "words the error %s",
    (code) => {
      expect(indonesian.has(`errors.${code}`)).toBe(true);
    },
  );

  it.each(roles)("names the role %s", (role) => {
    expect(indonesian.has(`roles.${role}`)).toBe(true);
  });
});
