"use client";

import {
  registerFields,
  registerHeadings,
  requiredFields,
} from "@rembuk/domain/onboarding/register-columns";
import { columnLetters } from "@rembuk/domain/onboarding/sheet-cells";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { Fold } from "../fold";
import type { Findings, Import, Onboarding } from "../onboarding-data";
import { useStepAct } from "../use-onboarding";
import { proposalsOf, WordChoices } from "./word-choices";

interface ImportPlanProps {
  item: Import;
  findings: Findings;
  page: Onboarding;
}

/** Which column and which word means what: proposed, changed where it is wrong, then read again. */
export function ImportPlan({ item, findings, page }: ImportPlanProps) {
  const t = useTranslations("onboarding.register.plan");
  const wording = useErrorWording();
  const client = useTRPCClient();
  const [columns, setColumns] = useState(findings.columns);
  const [villages, setVillages] = useState(() => proposalsOf(findings.villages));
  const [categories, setCategories] = useState(() => proposalsOf(findings.categories));
  const save = useStepAct((importId: string) =>
    client.onboarding.planImport.mutate({
      ...{ clientActionId: crypto.randomUUID(), importId },
      plan: {
        columns: { ...columns },
        villages: { ...item.chosen.villages, ...villages },
        categories: { ...item.chosen.categories, ...categories },
      },
    }),
  );
  const asks = findings.villages.length + findings.categories.length;
  const options = findings.headings.flatMap((heading, at) =>
    heading === "" ? [] : [{ value: String(at), label: `${columnLetters(at)}: ${heading}` }],
  );
  return (
    <div className="flex flex-col gap-3">
      {item.missing.length > 0 ? (
        <Notice tone="warn" live>
          {t("missing", { columns: item.missing.map((f) => registerHeadings[f][0]).join(", ") })}
        </Notice>
      ) : null}
      <Fold title={t("columns")} open={item.missing.length > 0}>
        <div className="mt-2 grid gap-2.5 sm:grid-cols-2 xl:grid-cols-3">
          {registerFields.map((field) => (
            <Field
              key={field}
              label={registerHeadings[field][0]}
              optional={requiredFields.includes(field) ? undefined : t("optional")}
            >
              <Select
                placeholder={t("none")}
                options={options}
                value={columns[field] === null ? "" : String(columns[field])}
                onChange={({ target }) =>
                  setColumns({
                    ...columns,
                    [field]: target.value === "" ? null : Number(target.value),
                  })
                }
              />
            </Field>
          ))}
        </div>
      </Fold>
      <WordChoices
        title={t("villages")}
        words={findings.villages}
        choices={page.villages}
        chosen={villages}
        onChange={setVillages}
      />
      <WordChoices
        title={t("categories")}
        words={findings.categories}
        choices={page.categories.choices}
        chosen={categories}
        onChange={setCategories}
      />
      {save.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(save.error).code)}
        </Notice>
      ) : null}
      <div>
        <Button
          tone={asks > 0 || item.missing.length > 0 ? "primary" : "secondary"}
          pending={save.isPending}
          onClick={() => save.mutate(item.id)}
        >
          {t("again")}
        </Button>
      </div>
    </div>
  );
}
