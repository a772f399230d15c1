import type { RuleField, RuleSource } from "@rembuk/domain/cases/category-rules";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Procedures = ReturnType<typeof useTRPC>["rules"];

/** A category of the tree with its values, what is inherited, and the area's own settings. */
export type RuleNode = inferOutput<Procedures["tree"]>[number];
export type RuleHistory = inferOutput<Procedures["history"]>;
export type RuleVersionRow = RuleHistory["versions"][number];
export type RulePreview = inferOutput<Procedures["preview"]>;
export type MovePreview = inferOutput<Procedures["previewMove"]>;
export type RulePlace = inferOutput<Procedures["places"]>[number];
export type ReplyRow = inferOutput<Procedures["replies"]>[number];
export type { RuleField, RuleSource };
