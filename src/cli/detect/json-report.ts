import type { Tally } from './inspect.ts';
import type { Placed } from './places.ts';

export type Report = { readonly findings: readonly Placed[]; readonly tally: Tally; readonly rulesetVersion: string };

/**
 * What `--json` prints. The shape is stable: members may be added under the same `version`, none changes or goes.
 * Described in docs/guide/try-on-a-repository.md.
 */
export function jsonReport({ findings, tally, rulesetVersion }: Report): object {
  const { files, bytes, binaries, links, special, unscanned } = tally;
  return {
    version: 1,
    rulesetVersion,
    findings: findings.map((finding) => ({
      path: finding.path,
      line: finding.line,
      column: finding.column,
      endLine: finding.endLine,
      endColumn: finding.endColumn,
      start: finding.start,
      end: finding.end,
      kind: finding.kind,
      class: finding.class,
      detector: finding.detector,
      fingerprint: finding.fingerprint,
    })),
    scanned: { files, bytes },
    passedOver: { binaries, links, special },
    unscanned,
  };
}
