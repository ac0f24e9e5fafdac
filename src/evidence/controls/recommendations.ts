import type { PlanTerms } from '../../catalogue/index.ts';
import { letsAnythingGo, planFactsOf, type Policy } from '../../policy/index.ts';
import type { TeamStanding } from '../../training/index.ts';
import { type Control, controlOf, earliest, type Evidence } from '../control.ts';
import type { CrossCheck } from '../cross-check.ts';
import type { LogImport, ToldByOthers, Workstation } from '../told-by-others.ts';

/*
 * The paper's five recommendations. They stand first, and each says what it takes today: what the paper asked for in words
 * is met by what was seen, never by a document that says so.
 */

// All three: a session that sends feedback or errors sends what stood on the screen.
const telemetrySwitches = ['telemetry', 'error_reports', 'feedback'] as const;
const hourMs = 3_600_000;

/** Whether telemetry is off in every profile of every workstation, as each says itself; a silent one says nothing. */
export function telemetryOff({ workstations, staleAfterHours }: ToldByOthers): Control {
  const of = workstations.length;
  const states = workstations.map(telemetryOf);
  const counted = (state: Evidence['state'], code: Evidence['code']): readonly Evidence[] => {
    const count = states.filter((each) => each === state).length;
    return count > 0 ? [{ state, code, args: { count, of } }] : [];
  };
  const evidence = [
    ...counted('not_met', 'workstations_tell'),
    ...counted('unknown', 'workstations_unsure'),
    ...counted('met', 'workstations_quiet'),
  ];
  const none: Evidence = { state: 'unknown', code: 'no_workstations', args: {} };
  const silences = workstations.map(
    ({ lastReportAt: at }) => at && new Date(Date.parse(at) + staleAfterHours * hourMs).toISOString(),
  );
  return controlOf('telemetry-off', of === 0 ? [none] : evidence, earliest(silences));
}

function telemetryOf({ controls }: Workstation): Evidence['state'] {
  const states = new Set(telemetrySwitches.map((name) => controls[name] ?? 'unknown'));
  if (states.has('not_met')) return 'not_met';
  return states.has('unknown') ? 'unknown' : 'met';
}

type Ruling = { readonly policy: Policy; readonly plans: readonly PlanTerms[]; readonly now: Date };

/** Whether the policy lets nothing go to a plan for consumers, nobody reached one, and no workstation is signed in to one. */
export function freeProductForbidden(ruling: Ruling, crossed: CrossCheck, { workstations }: ToldByOthers): Control {
  const { days } = crossed;
  const signedIn = workstations.filter(({ controls }) => controls['consumer_login'] === 'not_met').length;
  const sure = workstations.filter(({ controls }) => controls['consumer_login'] === 'met').length;
  const of = workstations.length;
  const evidence: readonly (Evidence | false)[] = [
    ...ofPolicy(ruling),
    signedIn > 0 && { state: 'not_met', code: 'workstations_consumer', args: { count: signedIn, of } },
    crossed.consumerPassed > 0 && {
      state: 'not_met',
      code: 'consumer_passed',
      args: { count: crossed.consumerPassed, days },
    },
    crossed.flows === 0 && { state: 'unknown', code: 'no_flows', args: { days } },
    of === 0 && { state: 'unknown', code: 'no_workstations', args: {} },
    of - signedIn - sure > 0 && {
      state: 'unknown',
      code: 'workstations_login_unsure',
      args: { count: of - signedIn - sure, of },
    },
    crossed.isCut && { state: 'unknown', code: 'cross_check_cut', args: { days } },
    crossed.flows > 0 &&
      crossed.consumerPassed === 0 && {
        state: 'met',
        code: 'consumer_kept_out',
        args: { count: crossed.consumerRefused, days },
      },
    sure > 0 && { state: 'met', code: 'workstations_commercial', args: { count: sure, of } },
  ];
  return controlOf('free-product-forbidden', evidence.filter(isThere));
}

// What a policy says is what it decides, for each plan that is sold to consumers today.
function ofPolicy({ policy, plans, now }: Ruling): readonly Evidence[] {
  const consumer = plans.filter(({ audience, status }) => audience === 'consumer' && status !== 'ended');
  const asked = { at: now.toISOString(), workspace: '' };
  const open = consumer.filter((plan) => letsAnythingGo(policy, asked, planFactsOf(plan)));
  const names = open.map(({ vendor, plan }) => `${vendor}/${plan}`);
  if (consumer.length === 0) return [{ state: 'unknown', code: 'no_free_plans', args: {} }];
  if (names.length > 0)
    return [
      { state: 'not_met', code: 'free_plans_open', args: { count: names.length, plans: names.slice(0, 5).join(', ') } },
    ];
  return [
    { state: 'met', code: 'free_plans_closed', args: { count: consumer.length, policy: policy.version.slice(0, 12) } },
  ];
}

const logDays = 31;

/** Whether connections to AI vendors are looked at: by the proxy as they happen, or in logs that were read this month. */
export function flowsAudited({ flows, days, isCut }: CrossCheck, imports: readonly LogImport[], now: Date): Control {
  const since = new Date(now.getTime() - logDays * 24 * hourMs).toISOString();
  const read = imports.filter(({ at }) => at >= since);
  const broken = read.filter(({ isWhole }) => !isWhole).length;
  const evidence: readonly (Evidence | false)[] = [
    flows === 0 && read.length === 0 && { state: 'unknown', code: 'no_flows', args: { days } },
    flows === 0 && read.length === 0 && { state: 'unknown', code: 'logs_unread', args: { days: logDays } },
    broken > 0 && { state: 'unknown', code: 'logs_broken', args: { count: broken, of: read.length } },
    isCut && { state: 'unknown', code: 'cross_check_cut', args: { days } },
    flows > 0 && { state: 'met', code: 'flows_compared', args: { count: flows, days } },
    read.length > broken && { state: 'met', code: 'logs_read', args: { count: read.length - broken, days: logDays } },
  ];
  return controlOf('flows-audited', evidence.filter(isThere));
}

/** Whether of everybody who may send every module that is asked for holds. Whoever is let send without counts as untrained. */
export function peopleTrained({ people, modules }: TeamStanding): Control {
  const of = people.length;
  const holds = (person: (typeof people)[number]): boolean =>
    person.modules.every(({ state }) => state === 'valid' || state === 'expiring');
  const trained = people.filter(holds);
  const exempt = people.filter((person) => !holds(person) && person.exemptUntil !== null).length;
  const untrained = of - trained.length - exempt;
  const evidence: readonly (Evidence | false)[] = [
    of === 0 && { state: 'unknown', code: 'no_people', args: {} },
    untrained > 0 && { state: 'not_met', code: 'people_untrained', args: { count: untrained, of } },
    exempt > 0 && { state: 'not_met', code: 'people_exempt', args: { count: exempt, of } },
    trained.length > 0 && {
      state: 'met',
      code: 'people_trained',
      args: { count: trained.length, of, modules: modules.join(', ') },
    },
  ];
  const ends = trained.flatMap((person) => person.modules.map(({ validUntil }) => validUntil ?? undefined));
  return controlOf('people-trained', evidence.filter(isThere), earliest(ends));
}

function isThere(evidence: Evidence | false): evidence is Evidence {
  return evidence !== false;
}
