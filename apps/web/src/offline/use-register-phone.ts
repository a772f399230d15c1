"use client";

import { canInArea } from "@rembuk/domain/access/policy";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { type DeviceProfile, deviceDatabase, keepFact } from "./device-database";

export interface OwnVillage {
  readonly code: string;
  readonly name: string;
  readonly zone: DeviceProfile["zone"];
}

/** The villages for which the signed-in person may record; undefined until known. */
export function useOwnVillages() {
  const me = useQuery(useTRPC().session.me.queryOptions());
  const { userId, name, assignments = [], places = [] } = me.data ?? {};
  const actor = userId && name ? { userId, name, assignments } : null;
  const villages = places
    .filter(({ areaCode }) => /\.\d{4}$/.test(areaCode))
    .filter(({ areaCode }) => actor && canInArea(actor, "case.open", { areaCode }))
    .map(({ areaCode, areaName, zone }) => ({ code: areaCode, name: areaName ?? areaCode, zone }));
  const unique = [...new Map(villages.map((village) => [village.code, village])).values()];
  return { villages: me.data ? unique : undefined, failed: me.isError };
}

interface Registration {
  readonly clientActionId: string;
  readonly label: string;
  readonly village: OwnVillage;
}

/** Registers this phone and keeps what it needs without network, all or nothing. */
export function useRegisterPhone() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ clientActionId, label, village }: Registration) => {
      const options = await queries.fetchQuery(trpc.cases.categories.queryOptions());
      const categories = options.map(({ code, name, kind, isAlwaysEmergency, emergencyHours }) => {
        return { code, name, kind, isAlwaysEmergency, emergencyHours };
      });
      const villageCode = village.code;
      const device = await client.devices.register.mutate({ clientActionId, label, villageCode });
      await deviceDatabase.transaction("rw", deviceDatabase.facts, async () => {
        await keepFact("device", { ...device, zone: village.zone });
        await keepFact("categories", categories);
        await keepFact("lastSync", new Date());
        await deviceDatabase.facts.delete("revoked");
      });
    },
  });
}
