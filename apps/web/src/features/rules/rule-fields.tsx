"use client";

import type { PrivacyMode } from "@rembuk/domain/cases/model";
import { sections } from "@rembuk/domain/cases/routing";
import { Combobox } from "@rembuk/ui/combobox";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { type NumberField, privacyChoices } from "./rule-entry";
import { RuleField, type RuleFieldsProps, sectorOptions } from "./rule-field";
import { SupportingSectors } from "./supporting-sectors";

/** Everything that an area may set of a category; what stays empty is inherited. */
export function RuleFields(props: RuleFieldsProps) {
  const t = useTranslations("rules");
  const { node, words, form } = props;
  const { entry, change } = form;
  return (
    <div className="grid gap-x-4 gap-y-4 sm:grid-cols-6">
      <RuleField {...props} field="name" className="sm:col-span-6">
        <TextInput
          value={entry.name}
          maxLength={80}
          placeholder={node.inherited.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </RuleField>
      <RuleField {...props} field="leadSectorCode" className="sm:col-span-3">
        <Combobox
          options={sectorOptions(words)}
          value={entry.leadSectorCode}
          placeholder={words.nameOf(node.inherited.leadSectorCode)}
          onChange={(code) => change({ leadSectorCode: code })}
          emptyLabel={t("noSector")}
          clearLabel={t("inherit")}
        />
      </RuleField>
      <RuleField {...props} field="focalSectionCode" className="sm:col-span-3">
        <Select
          value={entry.focalSectionCode}
          placeholder={t("asInherited", { value: words.nameOf(node.inherited.focalSectionCode) })}
          options={sections.map((code) => ({ value: code, label: words.nameOf(code) }))}
          onChange={(event) => change({ focalSectionCode: event.target.value })}
        />
      </RuleField>
      <SupportingSectors {...props} />
      <Days {...props} field="verifyDays" />
      <Days {...props} field="followUpDays" />
      <Days {...props} field="resolutionDays" />
      {node.isAlwaysEmergency ? <Days {...props} field="emergencyHours" /> : null}
      <Privacy {...props} />
      <RuleField {...props} field="requiredEvidence" className="sm:col-span-6">
        <Textarea
          rows={2}
          maxLength={600}
          value={entry.requiredEvidence}
          placeholder={node.inherited.requiredEvidence}
          onChange={(event) => change({ requiredEvidence: event.target.value })}
        />
      </RuleField>
    </div>
  );
}

function Days({ field, ...props }: RuleFieldsProps & { field: NumberField }) {
  const t = useTranslations("rules.unit");
  const { node, form } = props;
  return (
    <RuleField {...props} field={field} className="sm:col-span-2">
      <TextInput
        inputMode="numeric"
        maxLength={3}
        value={form.entry[field]}
        placeholder={String(node.inherited[field] ?? "")}
        onChange={(event) => form.change({ [field]: event.target.value })}
        trailing={
          <span className="pr-1.5 text-12">{t(field === "emergencyHours" ? "hours" : "days")}</span>
        }
      />
    </RuleField>
  );
}

function Privacy(props: RuleFieldsProps) {
  const t = useTranslations("rules");
  const { node, form } = props;
  const inherited: PrivacyMode = node.inherited.privacy;
  return (
    <RuleField {...props} field="privacy" className="sm:col-span-6">
      <Select
        value={form.entry.privacy}
        placeholder={t("asInherited", { value: t(`privacy.${inherited}`) })}
        options={privacyChoices(inherited).map((mode) => ({
          value: mode,
          label: t(`privacy.${mode}`),
        }))}
        onChange={(event) => form.change({ privacy: event.target.value })}
        className="sm:max-w-[360px]"
      />
    </RuleField>
  );
}
