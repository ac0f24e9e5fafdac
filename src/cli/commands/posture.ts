import { type AssessedControl, type Control, type Evidence, type Posture, readPosture } from '../../evidence/index.ts';
import { cliText, packText, postureText } from '../../messages/index.ts';
import { gatewaySources } from '../egress/gateway-sources.ts';
import { listContracts } from '../../tenancy/index.ts';
import { systemClock } from '../../base/index.ts';
import { toldByRooms } from '../../console-api/index.ts';
import { loadCatalogue } from '../catalogue/installed-catalogue.ts';
import { type ExitCode, exitCodes, type Run, type Terminal } from '../command.ts';
import { withInstallation } from '../options.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import { printTable } from '../print-table.ts';

export const showPosture: Run = async (invocation) => {
  const { terminal } = invocation;
  const posture = await withInstallation(invocation, async (installation) => {
    const { settings, tenancy, tenant } = installation;
    const { policy } = await openPolicyFolder(terminal.language, settings.policy.folder || undefined);
    const now = systemClock();
    const { staleAfterHours } = settings.fleet;
    return readPosture({
      books: tenancy,
      tenantId: tenant.id,
      now,
      policy,
      catalogue: await loadCatalogue(settings),
      held: await listContracts(tenancy, tenant.id),
      told: await toldByRooms({
        books: tenancy,
        tenantId: tenant.id,
        now,
        staleAfterHours,
        gateways: await gatewaySources(installation),
      }),
    });
  });
  if (terminal.isJson) terminal.print(JSON.stringify(posture));
  else print(terminal, posture);
  return exitOf(posture);
};

function exitOf({ controls }: Posture): ExitCode {
  const states = new Set(controls.map(({ state }) => state));
  if (states.has('not_met')) return exitCodes.refused;
  return states.has('unknown') ? exitCodes.place : exitCodes.done;
}

function print(terminal: Terminal, posture: Posture): void {
  const { language } = terminal;
  const { controls, policyVersion, catalogueVersion } = posture;
  printAlarms(terminal, posture);
  const headings = cliText(language, 'posture.columns', {}).split('|');
  printTable(
    terminal,
    headings,
    controls.flatMap((control) => rowsOf(terminal, control)),
  );
  const count = (wanted: Control['state']): number => controls.filter(({ state }) => state === wanted).length;
  const counts = { met: count('met'), notMet: count('not_met'), unknown: count('unknown') };
  const versions = { policy: policyVersion.slice(0, 12), catalogue: catalogueVersion };
  terminal.print('');
  terminal.print(cliText(language, 'posture.sum', { ...counts, ...versions }));
}

// The first line of a control says what it is; the lines below it, what else it rests on.
function rowsOf({ language }: Terminal, control: AssessedControl): readonly (readonly string[])[] {
  const { id, state, holdsUntil, evidence, since, exception } = control;
  const remarks = [
    ...(since === null ? [] : [packText(language, 'since', { since: shortTime(since) })]),
    ...(exception ? [packText(language, exception.isOver ? 'exceptionOver' : 'exception', named(exception))] : []),
  ];
  const holds = holdsUntil === null ? cliText(language, 'posture.now', {}) : shortTime(holdsUntil);
  const until = state === 'met' ? holds : '–';
  const [first = '', ...more] = evidence.map((each) => evidenceText(language, each));
  const name = postureText(language, `control.${id}`);
  const rows = [...more, ...remarks].map((text) => ['', '', '', text]);
  return [[name, postureText(language, `state.${state}`), until, first], ...rows];
}

function named({ owner, untilOn, reason }: NonNullable<AssessedControl['exception']>) {
  return { owner, untilOn, reason };
}

function evidenceText(language: Terminal['language'], { state, code, args }: Evidence): string {
  const told = Object.entries(args).map(([name, value]) => [
    name,
    name.endsWith('At') ? shortTime(String(value)) : value,
  ]);
  return `${marks[state]} ${postureText(language, `evidence.${code}`, Object.fromEntries(told))}`;
}

const marks = { met: '✓', not_met: '✗', unknown: '?' } as const;

function shortTime(at: string): string {
  return at.length > 16 ? `${at.slice(0, 16).replace('T', ' ')} UTC` : at;
}

function printAlarms({ language, print: say }: Terminal, { alarms }: Posture): void {
  for (const { fact, state, lost, answers, claims, decisions } of alarms) {
    const what = postureText(language, `evidence.fact_${state}`, { fact });
    say(cliText(language, 'posture.alarm', { what }));
    for (const { service, terms, lastGoodAt, lostAt, changed, otherChanges } of lost) {
      const days = { lastGood: lastGoodAt.slice(0, 10), lost: lostAt.slice(0, 10) };
      say(cliText(language, 'posture.lost', { service, terms, ...days }));
      for (const { before, after } of changed) {
        say(cliText(language, 'catalogueWatch.before', { text: before }));
        say(
          cliText(language, 'catalogueWatch.after', {
            text: after ?? cliText(language, 'catalogueWatch.nothingLeft', {}),
          }),
        );
      }
      if (otherChanges > 0) say(cliText(language, 'catalogueWatch.others', { count: otherChanges }));
    }
    const resting = [...decisions, ...answers, ...claims];
    if (resting.length > 0) say(cliText(language, 'posture.resting', { what: resting.join(', ') }));
    say('');
  }
}
