"use client";

import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { fieldId, heardWays, type PartProps, wallClock } from "./intake-entry";

interface HeardFieldsProps extends PartProps {
  /** Where the form stands: that is how it comes unless something else is chosen. */
  here: "desk" | "village";
}

/** How it came; and when, for what is keyed later: the clocks start then. */
export function HeardFields({ entry, change, errors, here }: HeardFieldsProps) {
  const t = useTranslations("intake.heard");
  const { zone } = useFormat();
  const options = [
    { value: "here", label: t(here) },
    ...heardWays.map((way) => ({ value: way, label: t(way) })),
  ];
  return (
    <>
      <Field label={t("by")}>
        <Select
          value={entry.heardBy ?? "here"}
          onChange={(event) => {
            const heardBy = heardWays.find((way) => way === event.target.value) ?? null;
            change({ heardBy, heardAt: heardBy === null ? "" : entry.heardAt });
          }}
          options={options}
        />
      </Field>
      {entry.heardBy === null ? null : (
        <Field
          label={t("at", { zone })}
          hint={t("atHint")}
          id={fieldId("heardAt")}
          error={errors.heardAt}
        >
          <TextInput
            type="datetime-local"
            value={entry.heardAt}
            max={wallClock(new Date(), zone)}
            onChange={(event) => change({ heardAt: event.target.value })}
          />
        </Field>
      )}
    </>
  );
}
