"use client";

import { isPersonalTerm } from "@rembuk/domain/cases/search-term";
import {
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
  type Values,
} from "nuqs";
import { useMemo, useState } from "react";
import {
  holderFilters,
  latenessFilters,
  type QueueFilters,
  queueViews,
  viewAddress,
} from "./queue-view";

const several = parseAsArrayOf(parseAsString).withDefault([]);

/** The words of the address; a view can be sent to a colleague as a link. */
const address = {
  tampilan: parseAsStringLiteral(queueViews.map((view) => viewAddress[view])).withDefault(
    viewAddress.open,
  ),
  status: several,
  desa: several,
  jenis: several,
  tenggat: parseAsStringLiteral(latenessFilters),
  pemegang: parseAsStringLiteral(holderFilters),
  cari: parseAsString.withDefault(""),
};

const fromAddress = (values: Values<typeof address>): QueueFilters => ({
  view: queueViews.find((view) => viewAddress[view] === values.tampilan) ?? "open",
  statuses: values.status,
  villages: values.desa,
  categories: values.jenis,
  lateness: values.tenggat,
  holder: values.pemegang,
  text: values.cari,
});

/** Empty values leave the address. */
const toAddress = (change: Partial<Omit<QueueFilters, "view">>) => ({
  ...("statuses" in change && { status: change.statuses ? [...change.statuses] : null }),
  ...("villages" in change && { desa: change.villages ? [...change.villages] : null }),
  ...("categories" in change && { jenis: change.categories ? [...change.categories] : null }),
  ...("lateness" in change && { tenggat: change.lateness ?? null }),
  ...("holder" in change && { pemegang: change.holder ?? null }),
  ...("text" in change && {
    cari: change.text && !isPersonalTerm(change.text) ? change.text : null,
  }),
});

/** The filters of the queue and how to change them; the address is the state, but for a NIK or a phone. */
export function useQueueFilters() {
  const [values, setValues] = useQueryStates(address, { history: "replace" });
  const [unwritten, setUnwritten] = useState("");
  return useMemo(
    () => ({
      filters: { ...fromAddress(values), text: unwritten || values.cari },
      change: (change: Partial<Omit<QueueFilters, "view">>) => {
        if (change.text !== undefined) setUnwritten(isPersonalTerm(change.text) ? change.text : "");
        void setValues(toAddress(change));
      },
      clear: () => {
        setUnwritten("");
        void setValues({
          status: null,
          desa: null,
          jenis: null,
          tenggat: null,
          pemegang: null,
          cari: null,
        });
      },
    }),
    [values, setValues, unwritten],
  );
}
