import type { ProbeRecord } from '../../catalogue/index.ts';
import type { ProbedClient } from './clients/client.ts';
import { compareWithRecord, whatWasSilenced } from './compare.ts';
import { type Against, type ProbeReport, reportRun, type RunReport, verdictOn } from './report.ts';
import { type Laboratory, type Mode, runOnce } from './run-once.ts';
import { gatewayOf, nothingSet, type SettingsSet, withVariables } from './settings-set.ts';

export type ProbeRequest = {
  readonly client: ProbedClient;
  readonly program: string;
  /** The settings it is judged with, beside nothing at all. */
  readonly settings: SettingsSet;
  readonly modes: readonly Mode[];
  /** Whether each variable of the settings is tried alone as well. */
  readonly eachAlone: boolean;
  /** Of which versions it is known what they reached for. */
  readonly records: readonly ProbeRecord[];
  readonly against: Against;
  readonly laboratory: Laboratory;
  /** Told of each run as it begins. */
  readonly onStart?: (run: Pick<RunReport, 'settings' | 'variable' | 'mode'>) => void;
};

/**
 * Runs a client with nothing set and with the settings, in each mode, one after the other, and says what it reached for.
 * @throws endpoint_probe_failed
 */
export async function probeClient(request: ProbeRequest): Promise<ProbeReport> {
  const { client, program, settings, modes, laboratory, against, records } = request;
  const runs: RunReport[] = [];
  let version = 'unknown';
  for (const { set, kind, variable, mode } of trials(request)) {
    const named = variable === undefined ? { settings: kind, mode } : { settings: kind, mode, variable };
    request.onStart?.(named);
    const seen = await runOnce({ client, program, settings: set, mode }, laboratory);
    if (seen.version !== 'unknown') version = seen.version;
    runs.push(reportRun({ ...named, gateway: gatewayOf(client, set), seen }, against));
  }
  const guarantee = laboratory.isIsolated ? 'namespace' : 'proxy_only';
  return {
    schema: 'octroi.endpoint.probe/1',
    client: client.id,
    version,
    program,
    system: `${process.platform} ${process.arch}`,
    probedAt: laboratory.now().toISOString(),
    guarantee,
    verdict: verdictOn(runs, guarantee),
    runs,
    silenced: whatWasSilenced(runs, { names: settings.names, gatewayVariables: client.gatewayVariables }, against),
    comparison: compareWithRecord({ version, runs: runs.filter(({ mode }) => modes.includes(mode)) }, records, against),
  };
}

type PlannedRun = {
  readonly set: SettingsSet;
  readonly kind: RunReport['settings'];
  readonly variable?: string;
  readonly mode: Mode;
};

function trials({ client, settings, modes, eachAlone }: ProbeRequest): readonly PlannedRun[] {
  const nothing = nothingSet(client);
  // octroi's own variables are nothing to the client.
  const variables = Object.entries(settings.variables).filter(([name]) => !name.startsWith('OCTROI_'));
  const alone = eachAlone ? variables : [];
  return modes.flatMap((mode) => [
    { set: nothing, kind: 'none' as const, mode },
    { set: settings, kind: settings.kind, mode },
    ...alone.map(([variable, value]) => ({
      set: withVariables(nothing, { [variable]: value }),
      kind: 'variable' as const,
      variable,
      mode,
    })),
  ]);
}
