import { afterEach, expect, it, vi } from "vitest";
import { isTaken } from "./use-shortcuts";

class Target {
  constructor(private readonly within: readonly string[] = []) {}
  closest(selector: string) {
    return this.within.some((name) => selector.split(", ").includes(name)) ? this : null;
  }
}

const pressed = (key: string, target = new Target(), held: Partial<KeyboardEvent> = {}) =>
  ({ key, target, ...held }) as unknown as KeyboardEvent;

const page = (modal: object | null) => {
  vi.stubGlobal("Element", Target);
  vi.stubGlobal("document", { querySelector: () => modal });
};
afterEach(() => vi.unstubAllGlobals());

it("hears letters on the page, and none that are typed or held with another key", () => {
  page(null);
  expect(isTaken(pressed("j"))).toBe(false);
  expect(isTaken(pressed("j", new Target(["textarea"])))).toBe(true);
  expect(isTaken(pressed("j", new Target(), { ctrlKey: true }))).toBe(true);
  expect(isTaken(pressed("Enter"))).toBe(false);
  expect(isTaken(pressed("Enter", new Target(["button"])))).toBe(true);
});

it("hears nothing while a window stands over the page, also before it has the focus", () => {
  page({});
  for (const key of ["Enter", "j", "x", "Escape"]) expect(isTaken(pressed(key))).toBe(true);
});
