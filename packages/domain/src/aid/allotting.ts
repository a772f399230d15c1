/** Somebody whose enrolment was decided, in the order in which they were put forward. */
export interface DecidedPlace {
  readonly enrollmentId: string;
  /** The record that is kept, where two were found to be one person. */
  readonly personId: string;
  /** Lives there still. */
  readonly isStanding: boolean;
}

export interface Allotment<Place> {
  readonly chosen: readonly Place[];
  /** Have one in this cycle already. */
  readonly already: number;
  /** Moved away or died since it was decided. */
  readonly gone: number;
  /** One person, decided twice. */
  readonly twice: number;
  /** No place is left for them under the quota. */
  readonly overQuota: number;
}

/**
 * Who receives an entitlement of a cycle: everybody decided who has none yet, one for each person, as many as the
 * quota has places left.
 * @param taken enrolments and persons that have one of this cycle; how many of them count against the quota
 */
export const allot = <Place extends DecidedPlace>(
  places: readonly Place[],
  taken: {
    readonly enrollmentIds: ReadonlySet<string>;
    readonly personIds: ReadonlySet<string>;
    readonly counted: number;
  },
  quota: number | null,
): Allotment<Place> => {
  const open = places.filter((one) => !taken.enrollmentIds.has(one.enrollmentId));
  const standing = open.filter((one) => one.isStanding);
  const persons = new Set(taken.personIds);
  const single = standing.filter(({ personId }) => {
    if (persons.has(personId)) return false;
    persons.add(personId);
    return true;
  });
  const left = quota === null ? single.length : Math.max(0, quota - taken.counted);
  const chosen = single.slice(0, left);
  return {
    chosen,
    already: places.length - open.length,
    gone: open.length - standing.length,
    twice: standing.length - single.length,
    overQuota: single.length - chosen.length,
  };
};
