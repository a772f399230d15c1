"use client";

import { useTranslations } from "next-intl";

interface Place {
  readonly villageName: string;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
}

/** Words of the registry that several of its screens say. */
export function useRegistryWords() {
  const t = useTranslations("registry");
  return {
    /** "Liyu, Dusun Tabuan, RT 2 RW 1" */
    place: ({ villageName, hamlet, rt, rw }: Place): string => {
      const ward = [rt && `RT ${rt}`, rw && `RW ${rw}`].filter(Boolean).join(" ");
      return [villageName, hamlet, ward].filter(Boolean).join(", ");
    },
    warning: (code: string): string =>
      t.has(`warnings.${code}` as "warnings.NIK_AREA_FOREIGN")
        ? t(`warnings.${code}` as "warnings.NIK_AREA_FOREIGN")
        : t("warnings.other"),
  };
}
