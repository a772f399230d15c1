import { notifyAgency } from "./cases/notify-agency";
import { notifyCarried } from "./cases/notify-carried";
import { notifyDesk } from "./cases/notify-desk";
import { notifyDuty } from "./cases/notify-duty";
import { notifyHolder } from "./cases/notify-holder";
import { notifyLeaders } from "./cases/notify-leaders";
import { notifyOpener } from "./cases/notify-opener";
import { notifyOverseer } from "./cases/notify-overseer";
import { notifyReferred } from "./cases/notify-referred";
import { notifyResponsible } from "./cases/notify-responsible";
import { notifySender } from "./cases/notify-sender";
import { notifyVillage } from "./cases/notify-village";
import { notifyCoachingJob } from "./coaching/notify-coaching";
import type { AnyJob } from "./define-job";
import { notifyInnovationJob } from "./innovations/notify-innovation";
import { type JobName, jobNames } from "./job-names";
import { renderLetterJob } from "./letters/render-letter";
import { deliverDigest } from "./notifications/deliver-digest";
import { deliverMail } from "./notifications/deliver-mail";
import { renderPaperJob } from "./reports/render-paper";
import { notifyQuarantineJob } from "./staff/notify-quarantine";
import { notifyTripJob } from "./trips/notify-trip";

/** Every handler of the worker. */
export const registeredJobs: readonly AnyJob[] = [
  notifyDesk,
  notifyResponsible,
  notifyHolder,
  notifyAgency,
  notifyVillage,
  notifySender,
  notifyLeaders,
  notifyDuty,
  notifyReferred,
  notifyCarried,
  notifyOverseer,
  notifyOpener,
  notifyTripJob,
  notifyInnovationJob,
  notifyCoachingJob,
  notifyQuarantineJob,
  deliverMail,
  deliverDigest,
  renderLetterJob,
  renderPaperJob,
];

/** Why the worker must not start with these handlers; empty when each job has exactly one. */
export const registryProblems = (
  jobs: readonly AnyJob[],
  names: readonly string[] = jobNames,
): readonly string[] => {
  const count = (name: string) => jobs.filter((job) => job.name === name).length;
  const unknown = jobs.filter((job) => !names.includes(job.name)).map((job) => job.name);
  return [
    ...names.filter((name) => count(name) === 0).map((name) => `job ${name} has no handler`),
    ...names
      .filter((name) => count(name) > 1)
      .map((name) => `job ${name} has ${count(name)} handlers`),
    ...unknown.map((name) => `handler ${name} belongs to no job`),
  ];
};

/** @throws when the registry has problems */
export const jobsByName = (jobs: readonly AnyJob[]): ReadonlyMap<JobName, AnyJob> => {
  const problems = registryProblems(jobs);
  if (problems.length > 0) throw new Error(`Jobs refused:\n- ${problems.join("\n- ")}`);
  return new Map(jobs.map((job) => [job.name, job]));
};
