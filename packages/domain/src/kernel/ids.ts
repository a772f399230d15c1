declare const brand: unique symbol;
/** A string that only its own kind of function hands out. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type CaseId = Branded<"CaseId">;
export type UserId = Branded<"UserId">;
export type PersonId = Branded<"PersonId">;

/** Ids come in from outside (uuid v7, so that they sort by time). */
export type NewId = () => string;
