"use client";

import { tripCaseSeal } from "@rembuk/domain/staff/sealing";
import { Button } from "@rembuk/ui/button";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { sealCaseIntoOutbox } from "../outbox";
import { ProblemForm } from "../problem-form";
import type { FieldDevice } from "./field-database";
import type { OpenTrip } from "./vault";

/** A problem that somebody in a village of the trip tells the crew, or a person who needs help: a case for the desk. */
export function TripProblem({
  device,
  open,
  onSaved,
  onClose,
}: {
  device: FieldDevice;
  open: OpenTrip;
  onSaved: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("field.problem");
  const { tripId, stops, categories } = open.trip;
  return (
    <>
      <Button
        tone="quiet"
        className="m-2 self-start"
        icon={<ArrowLeft size={18} aria-hidden />}
        onClick={onClose}
      >
        {t("back")}
      </Button>
      <p className="bg-surface px-4 pt-3 text-15 text-text-2">{t("text")}</p>
      <ProblemForm
        villages={stops.map(({ villageCode, villageName }) => ({
          ...{ code: villageCode, name: villageName },
        }))}
        categories={categories}
        seal={(body, photos) =>
          sealCaseIntoOutbox(device, tripCaseSeal, { ...body, tripId }, photos)
        }
        onSaved={onSaved}
      />
    </>
  );
}
