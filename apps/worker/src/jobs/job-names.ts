/** Every job by name. The registry must hold exactly one handler for each; reactions name no others. */
export const jobNames = [
  "notify-desk",
  "notify-responsible",
  "notify-holder",
  "notify-agency",
  "notify-village",
  "notify-sender",
  "notify-leaders",
  "notify-duty",
  "notify-referred",
  "notify-carried",
  "notify-overseer",
  "notify-opener",
  "notify-trip",
  "notify-innovation",
  "notify-coaching",
  "notify-quarantine",
  "deliver-mail",
  "deliver-digest",
  "render-letter",
  "render-paper",
] as const;
export type JobName = (typeof jobNames)[number];
