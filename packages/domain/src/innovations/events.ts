import type { DomainEvent } from "../kernel/event";
import type { PipelineStage, ReportStatus, RevisionField } from "./model";

/** What happens to innovations. Texts and names stay in the rows. */
export interface InnovationEventPayloads {
  "innovation.registered": { readonly villageCode: string | null };
  "innovation.imported": { readonly format: "report" | "proposal"; readonly rows: number };
  "innovation.changed": { readonly fields: readonly string[] };
  "innovation.case-linked": { readonly caseId: string };
  "innovation.case-unlinked": { readonly caseId: string };
  "innovation.meeting-linked": { readonly meetingId: string };
  "innovation.meeting-unlinked": { readonly meetingId: string };
  "innovation.moved": { readonly from: ReportStatus; readonly to: ReportStatus };
  "innovation.revision-asked": { readonly fields: readonly RevisionField[] };
  "innovation.revision-answered": { readonly field: RevisionField };
  "innovation.stage-moved": { readonly from: PipelineStage; readonly to: PipelineStage };
}
export type YearEventType = "assessment-year.saved";

/** What happens to the years of assessment: of no kecamatan. */
export const yearEvent = (year: {
  readonly id: string;
  readonly version: number;
  readonly isActive: boolean;
}): DomainEvent<YearEventType, { version: number; isActive: boolean }> => ({
  ...{ type: "assessment-year.saved", subject: `assessment-year/${year.id}` },
  ...{ subdistrictCode: null, payload: { version: year.version, isActive: year.isActive } },
});

export type InnovationEventType = keyof InnovationEventPayloads;
export type InnovationEvent<Type extends InnovationEventType = InnovationEventType> = {
  [T in Type]: DomainEvent<T, InnovationEventPayloads[T]>;
}[Type];

export const innovationEvent = <Type extends InnovationEventType>(
  type: Type,
  subject: { readonly id: string; readonly subdistrictCode: string },
  payload: InnovationEventPayloads[Type],
): InnovationEvent<Type> =>
  ({
    type,
    subject: `innovation/${subject.id}`,
    subdistrictCode: subject.subdistrictCode,
    payload,
  }) as InnovationEvent<Type>;
