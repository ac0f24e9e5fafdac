import type { Control, Status } from './event.ts';

type Verdict = 'allow' | 'redact' | 'block' | 'failed';

const controls = {
  allow: { action_id: 1, action: 'Allowed', disposition_id: 1, disposition: 'Allowed' },
  // What left had stand-ins in the place of what was found.
  redact: { action_id: 1, action: 'Allowed', disposition_id: 11, disposition: 'Corrected' },
  block: { action_id: 2, action: 'Denied', disposition_id: 2, disposition: 'Blocked' },
  failed: { action_id: 0, action: 'Unknown', disposition_id: 27, disposition: 'Error' },
} as const satisfies Readonly<Record<Verdict, Control>>;

/** What octroi did, under which version of the policy where that is known. */
export function control(verdict: Verdict, policyVersion?: string): Control {
  const policy = policyVersion === undefined ? undefined : { name: 'octroi', version: policyVersion };
  return { ...controls[verdict], policy };
}

/** Whether what was asked for was done. `code` says why not. */
export function activityStatus(isSuccess: boolean | undefined, code?: string): Status {
  if (isSuccess === undefined) return { status_id: 0, status: 'Unknown', status_code: code };
  return { status_id: isSuccess ? 1 : 2, status: isSuccess ? 'Success' : 'Failure', status_code: code };
}

/** A finding that nobody has looked at, or one that is settled. */
export const newFinding: Status = { status_id: 1, status: 'New' };
export const resolvedFinding: Status = { status_id: 4, status: 'Resolved' };
