"use client";

import type { CaseStatus } from "@rembuk/domain/cases/model";
import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CaseSearch, FacetName, SearchResult } from "./use-case-search";

const facetNames = ["statuses", "villages", "categories", "years"] as const;
const FIRST = 6;

type Facet = SearchResult["facets"]["statuses"][number];

function FacetGroup(props: {
  name: FacetName;
  facets: readonly Facet[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  const { name, facets, chosen, onChange } = props;
  const t = useTranslations("caseSearch");
  const status = useTranslations("case.status");
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? facets : facets.slice(0, FIRST);
  if (facets.length === 0) return null;
  const labelOf = (facet: Facet) =>
    name === "statuses" ? status(facet.value as CaseStatus) : facet.name;
  return (
    <fieldset className="flex flex-col gap-0.5">
      <legend className="pb-1 text-12 font-semibold text-text-2">{t(`facets.${name}`)}</legend>
      {shown.map((facet) => (
        <Checkbox
          key={facet.value}
          checked={chosen.includes(facet.value)}
          onChange={(event) =>
            onChange(
              event.target.checked
                ? [...chosen, facet.value]
                : chosen.filter((value) => value !== facet.value),
            )
          }
          label={
            <>
              {labelOf(facet)} <span className="text-12 text-text-2">{facet.count}</span>
            </>
          }
        />
      ))}
      {facets.length > FIRST ? (
        <span>
          <Button tone="quiet" size="small" onClick={() => setWhole(!isWhole)}>
            {isWhole ? t("facets.less") : t("facets.more", { count: facets.length - FIRST })}
          </Button>
        </span>
      ) : null}
    </fieldset>
  );
}

/** What the cases found can be narrowed by, with how many there are of each. */
export function SearchFacets({ search }: { search: CaseSearch }) {
  const t = useTranslations("caseSearch");
  const { first, term, narrow, widen } = search;
  if (first === null) return null;
  const chosen = (name: FacetName) => term[name].map(String);
  const isNarrowed = facetNames.some((name) => term[name].length > 0);
  return (
    <div className="flex flex-col gap-5">
      {facetNames.map((name) => (
        <FacetGroup
          key={name}
          name={name}
          facets={first.facets[name]}
          chosen={chosen(name)}
          onChange={(values) => narrow(name, values)}
        />
      ))}
      {isNarrowed ? (
        <span>
          <Button size="small" onClick={widen}>
            {t("widen")}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
