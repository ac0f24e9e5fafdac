import { type Control, controlOf, type Evidence } from '../control.ts';
import type { CrossCheck } from '../cross-check.ts';

/**
 * Whether nobody goes around the gateway. Two witnesses are asked, the network and the clients; where one of them says
 * nothing, nobody can say. For the network the proxy speaks, and logs of other programs do; in these the gateway's own calls
 * stand under whatever address the network gives it, so that without one that is known as its own they accuse nobody.
 */
export function noWayAround({ waysAround, untold, ...crossed }: CrossCheck): Control {
  const { flows, sighted, isGatewaySighted, toldSessions, days, isCut } = crossed;
  const passed = waysAround.filter((way) => way.witness === 'proxy' && way.passed > 0);
  const inLogs = waysAround.filter((way) => way.witness === 'log' && way.passed > 0);
  const refused = waysAround.length - passed.length - inLogs.length;
  const evidence: readonly (Evidence | false)[] = [
    passed.length > 0 && { state: 'not_met', code: 'ways_around', args: { count: passed.length, days } },
    inLogs.length > 0 && {
      state: isGatewaySighted ? 'not_met' : 'unknown',
      code: isGatewaySighted ? 'ways_around_in_logs' : 'ways_in_logs_unsure',
      args: { count: inLogs.length, days },
    },
    untold.length > 0 && {
      state: 'not_met',
      code: 'sessions_untold',
      args: { count: untold.length, of: toldSessions, days },
    },
    flows === 0 && sighted === 0 && { state: 'unknown', code: 'no_flows', args: { days } },
    toldSessions === 0 && { state: 'unknown', code: 'no_telemetry', args: { days } },
    isCut && { state: 'unknown', code: 'cross_check_cut', args: { days } },
    refused > 0 && { state: 'met', code: 'ways_refused', args: { count: refused, days } },
    flows > 0 && passed.length === 0 && { state: 'met', code: 'flows_explained', args: { count: flows, days } },
    isGatewaySighted &&
      inLogs.length === 0 && { state: 'met', code: 'sightings_explained', args: { count: sighted, days } },
    toldSessions > 0 &&
      untold.length === 0 && { state: 'met', code: 'sessions_told', args: { count: toldSessions, days } },
  ];
  return controlOf('no-way-around', evidence.filter(isThere));
}

/** Whether clients tell of themselves without holes: what withholds some events may withhold any. */
export function telemetryWhole({ blind, toldSessions, silentSessions, days, isCut }: CrossCheck): Control {
  const of = toldSessions + silentSessions;
  const whole = toldSessions - blind.length;
  const evidence: readonly (Evidence | false)[] = [
    blind.length > 0 && { state: 'not_met', code: 'sessions_blind', args: { count: blind.length, of, days } },
    silentSessions > 0 && { state: 'unknown', code: 'sessions_silent', args: { count: silentSessions, of, days } },
    of === 0 && { state: 'unknown', code: 'no_telemetry', args: { days } },
    isCut && { state: 'unknown', code: 'cross_check_cut', args: { days } },
    whole > 0 && { state: 'met', code: 'sessions_whole', args: { count: whole, of, days } },
  ];
  return controlOf('telemetry-whole', evidence.filter(isThere));
}

function isThere(evidence: Evidence | false): evidence is Evidence {
  return evidence !== false;
}
