"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import type { PeopleList, Person } from "../onboarding-data";

/** What became of one row. */
export interface MadeAccount {
  readonly person: Person;
  /** To be told once; null where the account was there before. */
  readonly code: string | null;
  /** Why account or role was refused; null when all is well. */
  readonly failure: string | null;
}

/** Rows of which something is left to do. */
export const toInvite = ({ people }: PeopleList): readonly Person[] =>
  people.filter(({ state }) => state !== "known");

/** Makes accounts one after the other by the acts of the people's page; what was made stays when it stops. */
export function useInvitePeople(areaCode: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [made, setMade] = useState<readonly MadeAccount[]>([]);
  const [total, setTotal] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const isStopped = useRef(false);

  const accountOf = async (person: Person) => {
    if (person.userId) return { userId: person.userId, code: null };
    const { username, name: displayName, phone, email } = person;
    return client.staff.invite.mutate({
      ...{ clientActionId: crypto.randomUUID(), areaCode: person.areaCode || areaCode },
      ...{ username, displayName, phone, email },
    });
  };
  const makeOne = async (person: Person, startsOn: string): Promise<MadeAccount> => {
    let code: string | null = null;
    try {
      const account = await accountOf(person);
      code = account.code;
      await client.staff.assign.mutate({
        ...{ clientActionId: crypto.randomUUID(), userId: account.userId, role: person.role },
        ...{ areaCode: person.areaCode, sectorCode: person.sectorCode, clearance: false },
        ...{ startsOn, decreeNumber: person.decree },
      });
      return { person, code, failure: null };
    } catch (error) {
      return { person, code, failure: callFailure(error).code };
    }
  };
  const run = async (list: PeopleList) => {
    const wanted = toInvite(list);
    isStopped.current = false;
    setTotal(wanted.length);
    setRunning(true);
    for (const person of wanted) {
      if (isStopped.current) break;
      const one = await makeOne(person, list.startsOn);
      setMade((before) => [...before, one]);
    }
    setRunning(false);
    await cache.invalidateQueries(trpc.onboarding.pathFilter());
    await cache.invalidateQueries(trpc.staff.pathFilter());
  };
  return {
    ...{ made, total, isRunning, run },
    stop: () => {
      isStopped.current = true;
    },
    reset: () => setMade([]),
  };
}

export type InvitePeople = ReturnType<typeof useInvitePeople>;
