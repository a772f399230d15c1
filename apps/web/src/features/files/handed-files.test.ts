import { expect, it } from "vitest";
import { handOverFiles, takeHandedFiles } from "./handed-files";

it("hands files to their own case, once, and forgets those of an earlier form", () => {
  const [one, two] = [new File(["1"], "1.jpg"), new File(["2"], "2.jpg")];
  handOverFiles("a", [one]);
  expect(takeHandedFiles("b")).toEqual([]);
  expect(takeHandedFiles("a")).toEqual([one]);
  expect(takeHandedFiles("a")).toEqual([]);
  handOverFiles("a", [one]);
  handOverFiles("b", [two]);
  expect(takeHandedFiles("a")).toEqual([]);
  handOverFiles("c", []);
  expect(takeHandedFiles("b")).toEqual([]);
});
