import type { DomainEvent } from "../kernel/event";

/** Configuration of letters; what happens to a letter is an event of its case. */
export interface LetterEventPayloads {
  "letter.setting-saved": {
    readonly subdistrictCode: string;
    readonly version: number;
  };
}
export type LetterEventType = keyof LetterEventPayloads;

export const letterSettingEvent = (
  payload: LetterEventPayloads["letter.setting-saved"],
): DomainEvent<"letter.setting-saved", LetterEventPayloads["letter.setting-saved"]> => ({
  type: "letter.setting-saved",
  subject: `office/${payload.subdistrictCode}`,
  subdistrictCode: payload.subdistrictCode,
  payload,
});
