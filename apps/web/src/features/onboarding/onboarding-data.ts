import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Procedures = ReturnType<typeof useTRPC>["onboarding"];

/** How far a kecamatan is. */
export type Onboarding = inferOutput<Procedures["show"]>;
export type Step = keyof Onboarding["steps"];
export type StepState = Onboarding["steps"][Step];
export type NearOffice = Onboarding["offices"][number];
export type Places = inferOutput<Procedures["places"]>;
/** A list of people as the dry run reads it. */
export type PeopleList = inferOutput<Procedures["readPeople"]>;
export type Person = PeopleList["people"][number];
/** A register that was sent. */
export type Import = inferOutput<Procedures["imports"]>[number];
export type Findings = NonNullable<Import["findings"]>;

/** A list of families that was sent. */
export type FamilyImport = inferOutput<
  ReturnType<typeof useTRPC>["beneficiaries"]["imports"]
>[number];
export type FamilyFindings = NonNullable<FamilyImport["findings"]>;

/** What the body of a step is given. */
export interface StepProps {
  page: Onboarding;
  /** Administers above the kecamatan. */
  isAbove: boolean;
  onNext: () => void;
}
