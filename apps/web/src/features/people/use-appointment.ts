"use client";

import type { AssignRoleCommand } from "@rembuk/domain/staff/commands";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import {
  type AppointmentEntry,
  appointmentProblems,
  emptyAppointment,
  needsOrganization,
  onlyArea,
  sectorChoices,
  wantedLevel,
} from "./appointment-entry";
import type { Scope } from "./people-data";

const offsetHours = { WIB: 7, WITA: 8, WIT: 9 } as const;

/** Today where the office is, "2026-11-23". */
export function useToday(): string {
  const { zone } = useFormat();
  return new Date(Date.now() + offsetHours[zone] * 3_600_000).toISOString().slice(0, 10);
}

/** The partners that somebody may be appointed for, and the place of the chosen one. */
function usePartners(scope: Scope, entry: AppointmentEntry) {
  const isAsked = needsOrganization(entry.role);
  const options = useTRPC().organizations.list.queryOptions({ areaCode: scope.code });
  const { data } = useQuery({ ...options, enabled: isAsked });
  const partners = (data?.items ?? []).filter((one) => one.mayEdit && one.state === "running");
  const chosen = partners.find((one) => one.id === entry.organizationId);
  const area = chosen ? { code: chosen.areaCode, name: chosen.areaName } : null;
  return { isAsked, partners, area };
}

/** The part of a form that gives a role: its entry, what it asks for, and what is missing. */
export function useAppointment(scope: Scope) {
  const today = useToday();
  const [entry, setEntry] = useState<AppointmentEntry>(() => emptyAppointment(today));
  const trpc = useTRPC();
  const { data: sectors = [] } = useQuery(
    trpc.staff.sectors.queryOptions(undefined, { staleTime: 3_600_000 }),
  );
  const choices = sectorChoices(entry.role, sectors, scope.code);
  const sector = choices.find((one) => one.code === entry.sectorCode) ?? null;
  const level = wantedLevel(entry.role, sector);
  const partner = usePartners(scope, entry);
  const fixed = partner.isAsked ? partner.area : onlyArea(level, scope);
  const area = fixed ?? entry.area;
  const change = (part: Partial<AppointmentEntry>) => {
    // Another role or office works at another level: the place is asked again.
    const moves = part.role !== undefined || part.sectorCode !== undefined;
    const isReset = part.role !== undefined;
    setEntry((before) => ({
      ...before,
      ...(moves ? { area: null } : {}),
      ...(isReset ? { sectorCode: "", organizationId: "", clearance: false } : {}),
      ...part,
    }));
  };
  return {
    entry,
    change,
    scope,
    choices,
    partners: partner.partners,
    level,
    isAreaFixed: fixed !== null,
    area,
    problems: appointmentProblems(entry, area),
  };
}

export type Appointment = ReturnType<typeof useAppointment>;

/** The command of a filled form; null while something is missing. */
export function assignCommand(
  appointment: Appointment,
  userId: string,
  clientActionId: string,
): AssignRoleCommand | null {
  const { entry, area } = appointment;
  if (entry.role === "" || area === null) return null;
  return {
    clientActionId,
    userId,
    role: entry.role,
    areaCode: area.code,
    sectorCode: entry.sectorCode || null,
    organizationId: entry.organizationId || null,
    clearance: entry.clearance,
    startsOn: entry.startsOn,
    endsOn: entry.endsOn || null,
    decreeNumber: entry.decreeNumber.trim() || null,
  };
}
