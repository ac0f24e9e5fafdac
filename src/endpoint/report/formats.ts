import { endpointState, type Language } from '../../messages/index.ts';
import type { ScanView, VerdictView } from './view.ts';

/** SARIF 2.1.0: a result for each verdict that is not met or not known. */
export function toSarif(view: ScanView, version: string): string {
  const rules = [...new Map(view.verdicts.map(({ control, title }) => [control, title]))];
  const found = view.verdicts.filter(({ state }) => state !== 'met');
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'octroi endpoint scan',
            version,
            rules: rules.map(([id, text]) => ({ id, shortDescription: { text } })),
          },
        },
        results: found.map(sarifResult),
      },
    ],
  });
}

function sarifResult(verdict: VerdictView) {
  const { control, state, person, why, file, line } = verdict;
  return {
    ruleId: control,
    level: state === 'not_met' ? 'error' : 'warning',
    kind: state === 'not_met' ? 'fail' : 'review',
    message: { text: `${person}: ${why}` },
    ...(file === null
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(`file://${file}`) },
                region: { startLine: Math.max(line ?? 1, 1) },
              },
            },
          ],
        }),
    properties: { person, state },
  };
}

/** JUnit XML: a suite for each person, a case for each control; what is not known is an error, not a pass. */
export function toJunit(view: ScanView): string {
  const suites = view.persons.map(({ name }) => {
    const verdicts = view.verdicts.filter(({ person }) => person === name);
    const failures = verdicts.filter(({ state }) => state === 'not_met').length;
    const errors = verdicts.filter(({ state }) => state === 'unknown').length;
    const cases = verdicts.map(junitCase).join('');
    return `<testsuite name="${xml(name)}" tests="${verdicts.length}" failures="${failures}" errors="${errors}">${cases}</testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="octroi endpoint scan">${suites.join('')}</testsuites>`;
}

function junitCase({ control, person, state, why, file, line }: VerdictView): string {
  const open = `<testcase name="${xml(control)}" classname="${xml(person)}"`;
  if (state === 'met') return `${open}/>`;
  const tag = state === 'not_met' ? 'failure' : 'error';
  return `${open}><${tag} message="${xml(why)}">${xml(whereOf(file, line))}</${tag}></testcase>`;
}

function whereOf(file: string | null, line: number | null): string {
  return file === null ? '' : `${file}:${line ?? 1}`;
}

// Control characters have no place in XML at all, escaped or not.
function xml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** One page of HTML that needs nothing else. */
export function toHtml(view: ScanView, language: Language): string {
  const rows = view.verdicts.map(
    ({ person, title, state, value, file, line, why }) =>
      `<tr class="${state}"><td>${xml(person)}</td><td>${xml(title)}</td><td>${xml(endpointState(language, state))}</td><td>${xml(value ?? '–')}</td><td>${xml(whereOf(file, line) || '–')}</td><td>${xml(why)}</td></tr>`,
  );
  const style =
    'body{font:15px/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}.not_met td:nth-child(3){color:#9b1c1c;font-weight:600}.unknown td:nth-child(3){color:#7a5200;font-weight:600}';
  const { met, not_met: notMet, unknown } = view.summary;
  const counts = [
    `${met} ${endpointState(language, 'met')}`,
    `${notMet} ${endpointState(language, 'not_met')}`,
    `${unknown} ${endpointState(language, 'unknown')}`,
  ].join(' · ');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>octroi endpoint scan</title><style>${style}</style></head><body><h1>octroi endpoint scan</h1><p>${xml(view.root)} · ${xml(view.scannedAt)} · ${xml(counts)}</p><table><tbody>${rows.join('')}</tbody></table></body></html>`;
}

/** One line for an inventory: Intune shows it, Jamf takes it between its tags. */
export function toLine({ summary, verdicts }: ScanView): string {
  const names = [...new Set(verdicts.filter(({ state }) => state === 'not_met').map(({ control }) => control))];
  const failing = names.length > 0 ? `: ${names.join(', ')}` : '';
  return `${summary.not_met} not met, ${summary.unknown} unknown, ${summary.met} met${failing}`;
}

export function toJamf(view: ScanView): string {
  return `<result>${xml(toLine(view))}</result>`;
}
