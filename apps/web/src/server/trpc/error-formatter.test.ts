import { DomainError } from "@rembuk/domain/kernel/errors";
import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isOverload, publicError, toTransportError } from "./error-formatter";

const wrapped = (cause: unknown) => new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause });

describe("errors of use cases", () => {
  it.each([
    ["invalid", "BAD_REQUEST"],
    ["forbidden", "FORBIDDEN"],
    ["not-found", "NOT_FOUND"],
    ["conflict", "CONFLICT"],
    ["unavailable", "SERVICE_UNAVAILABLE"],
  ] as const)("%s becomes %s with its code", (kind, code) => {
    const error = toTransportError(
      wrapped(new DomainError(kind, "CASE_NOT_FOUND", { version: 3 })),
    );
    expect(error.code).toBe(code);
    expect(publicError(error)).toEqual({
      code: "CASE_NOT_FOUND",
      details: { version: 3 },
      fields: {},
    });
  });

  it("tells which fields did not fit", () => {
    const parsed = z.object({ place: z.object({ code: z.string() }) }).safeParse({ place: {} });
    const told = publicError(new TRPCError({ code: "BAD_REQUEST", cause: parsed.error }));
    expect(told.code).toBe("INPUT_INVALID");
    expect(Object.keys(told.fields)).toEqual(["place.code"]);
  });

  it("masks what nobody expected", () => {
    const error = toTransportError(wrapped(new Error("duplicate key (nik)=(6311...)")));
    expect(error.code).toBe("INTERNAL_SERVER_ERROR");
    expect(JSON.stringify(publicError(error))).not.toContain("nik");
    expect(publicError(error).code).toBe("UNEXPECTED");
  });

  it.each(["57014", "53300", "ECONNREFUSED", "P2024", "P2028"])("reads %s as busy", (code) => {
    const failure = Object.assign(new Error("x"), { code });
    const outer = new Error("outer", { cause: failure });
    expect(isOverload(outer)).toBe(true);
    const error = toTransportError(wrapped(outer));
    expect([error.code, publicError(error).code]).toEqual(["SERVICE_UNAVAILABLE", "BUSY"]);
  });
});
