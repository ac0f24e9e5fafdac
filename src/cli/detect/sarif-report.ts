import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { allDetectors, type FindingClass } from '../../detection/index.ts';
import { cliText, type Language } from '../../messages/index.ts';
import { version } from '../version.ts';
import type { Report } from './json-report.ts';
import type { Placed } from './places.ts';
import { reasonText } from './reason-text.ts';

export type SarifOptions = { readonly language: Language; readonly folder: string };

const levels: Readonly<Record<FindingClass, 'error' | 'warning'>> = {
  secret: 'error',
  personal: 'warning',
  dictionary: 'warning',
};

// What code hosts sort alerts by, 0 to 10: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning (read 2026-11-26).
const severities: Readonly<Record<FindingClass, string>> = { secret: '8.0', personal: '6.0', dictionary: '6.0' };

/**
 * The findings in SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, read 2026-11-26).
 *
 * No snippet and no content: a region, and a fingerprint of the place. Paths are relative to `folder` where they lie in it.
 */
export function sarifReport({ findings, tally }: Report, options: SarifOptions): object {
  const rules = rulesOf(findings, options.language);
  const ids = rules.map(({ id }) => id);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'octroi', semanticVersion: version, version, rules } },
        language: options.language,
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: tally.unscanned.length === 0,
            toolExecutionNotifications: notificationsOf(tally, options),
          },
        ],
        results: findings.map((finding) => resultOf(finding, ids.indexOf(finding.detector), options)),
      },
    ],
  };
}

function rulesOf(findings: readonly Placed[], language: Language) {
  const found = new Map(findings.map((finding) => [finding.detector, finding]));
  return [...found.values()].map(({ detector: id, kind, class: of }) => {
    const url = allDetectors.find((detector) => detector.id === id)?.source.url;
    const help = cliText(language, `detect.help.${of}`, {});
    return {
      id,
      shortDescription: { text: cliText(language, `detect.rule.${of}`, { kind }) },
      fullDescription: { text: cliText(language, `detect.rule.${of}`, { kind }) },
      help: { text: url === undefined ? help : `${help}\n${url}` },
      ...(url === undefined ? {} : { helpUri: url }),
      defaultConfiguration: { level: levels[of] },
      properties: { tags: ['security', of, kind], 'security-severity': severities[of] },
    };
  });
}

function resultOf(finding: Placed, ruleIndex: number, options: SarifOptions) {
  const { detector, kind, class: of, path, line, column, endLine, endColumn, fingerprint } = finding;
  return {
    ruleId: detector,
    ruleIndex,
    level: levels[of],
    message: { text: cliText(options.language, `detect.message.${of}`, { kind }) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path, options.folder) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'octroiPlace/v1': fingerprint },
  };
}

function notificationsOf({ unscanned, binaries }: Report['tally'], { language, folder }: SarifOptions) {
  const at = (path: string) => [{ physicalLocation: { artifactLocation: { uri: uriOf(path, folder) } } }];
  return [
    ...unscanned.map(({ path, reason }) => ({
      level: 'error',
      message: { text: cliText(language, 'detect.unscanned', { path, reason: reasonText(language, reason) }) },
      locations: at(path),
    })),
    ...binaries.map((path) => ({
      level: 'note',
      message: { text: cliText(language, 'detect.binary', { path }) },
      locations: at(path),
    })),
  ];
}

function uriOf(path: string, folder: string): string {
  if (path === '-') return 'stdin';
  const within = relative(folder, resolve(folder, path));
  if (within.startsWith('..')) return pathToFileURL(resolve(folder, path)).href;
  return within.split('/').map(encodeURIComponent).join('/');
}
