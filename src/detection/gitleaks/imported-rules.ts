import { parse, TomlError } from 'smol-toml';
import { sha256Hex } from '../../base/index.ts';
import type { WindowDetector } from '../detector.ts';
import { detectionError } from '../errors.ts';
import type { Allowlist } from './allowlist.ts';
import { Members } from './members.ts';
import { readAllowlist } from './read-allowlist.ts';
import { detectorOfRule } from './rule.ts';

export type ImportedRules = { readonly detectors: readonly WindowDetector[]; readonly digest: string };

/**
 * Reads rules in the format of gitleaks 8.25 and later: https://github.com/gitleaks/gitleaks#configuration.
 *
 * A rule runs in V8 when its pattern's form proves that no text can slow it down, in re2js otherwise; one whose program is
 * too large for that is refused. `[extend] useDefault` is read and means nothing: octroi's own detectors stand there. What would
 * change findings and is not supported is refused, never passed over.
 * @throws detection_rules_not_toml, detection_rule_unsupported, detection_rule_invalid, detection_rule_too_slow, each with the line.
 */
export function importGitleaksRules(toml: string): ImportedRules {
  const root = new Members(parseToml(toml), { rule: 'the file', line: 1 });
  root.expectOnly(['title', 'description', 'minVersion', 'extend', 'rules', 'allowlist', 'allowlists']);
  const extend = root.table('extend');
  extend?.expectOnly(['useDefault']);
  const lines = linesOf(toml);
  const tables = root.tables('rules');
  const ids = tables.map((table, index) => table('id') ?? `rule ${index + 1}`);
  const shared = sharedAllowlists(root, ids);
  const detectors = tables.map((table, index) => {
    const rule = ids[index] ?? '';
    const lists = shared.filter(({ targetRules }) => targetRules.length === 0 || targetRules.includes(rule));
    return detectorOfRule(table.members({ rule, line: lines[index] ?? 1 }), { id: rule, shared: lists });
  });
  return { detectors, digest: sha256Hex(toml) };
}

function parseToml(toml: string): unknown {
  try {
    return parse(toml);
  } catch (fault) {
    const line = fault instanceof TomlError ? fault.line : 1;
    throw detectionError('detection_rules_not_toml', { line }, fault);
  }
}

// The parser keeps no lines: rules are counted by their headings, which only stand at the beginning of a line.
function linesOf(toml: string): readonly number[] {
  return toml.split('\n').flatMap((line, index) => (/^\s*\[\[\s*rules\s*\]\]/.test(line) ? [index + 1] : []));
}

function sharedAllowlists(root: Members, ids: readonly string[]): readonly Allowlist[] {
  const legacy = root.table('allowlist');
  const lists = root.tables('allowlists').map((table) => table.members({ rule: '[[allowlists]]', line: 1 }));
  const read = [...(legacy ? [legacy] : []), ...lists].map(readAllowlist);
  for (const { targetRules } of read)
    for (const target of targetRules)
      if (!ids.includes(target))
        throw detectionError('detection_rule_invalid', { rule: target, line: 1, construct: 'targetRules' });
  return read;
}
