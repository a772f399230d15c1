import type { DomainEvent } from "../kernel/event";
import type { Mark, MarkedStep } from "./model";

/** What happens while a kecamatan is made ready: ids, codes and counts, no word of any file. */
export interface OnboardingEventPayloads {
  "office.saved": { readonly isNew: boolean };
  "office.step-marked": { readonly step: MarkedStep; readonly mark: Mark | null };
  "office.sectors-added": { readonly offices: number };
  "office.contact-saved": { readonly organizationId: string };
  "import.sent": { readonly size: number };
  "import.started": { readonly rows: number };
  "import.cancelled": { readonly made: number };
  "import.finished": { readonly made: number; readonly leftOut: number };
  "import.undo-asked": { readonly made: number };
  "import.undone": { readonly made: number };
}
export type OnboardingEventType = keyof OnboardingEventPayloads;

/** @param about `office/63.11.05`, `import/<uuid>` and the kecamatan that it is about */
export const onboardingEvent = <T extends OnboardingEventType>(
  type: T,
  about: { readonly subject: string; readonly subdistrictCode: string },
  payload: OnboardingEventPayloads[T],
): DomainEvent<T, OnboardingEventPayloads[T]> => ({ type, ...about, payload });
