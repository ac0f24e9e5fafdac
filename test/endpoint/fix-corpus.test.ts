import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { defaultRequirements, prepareFix, prepareUndo, scanEndpoint } from '../../src/endpoint/index.ts';
import { bundle, profileOf, today } from '../support/bundle.ts';
import { layOut, workstationCases } from '../support/workstation.ts';
import { treeState } from '../support/tree-state.ts';

const cases = await workstationCases();
const made = bundle();
const profile = profileOf(made);

// What machine-wide files decide. The rest is a person's to do (log in, delete), or has no file of the machine.
const fixable: ReadonlySet<string> = new Set([
  'telemetry',
  'error_reports',
  'feedback',
  'non_essential_traffic',
  'marketplace_auto_install',
  'webfetch_preflight',
  'base_url',
  'login_method',
  'organisation_lock',
  'profiles_exclusive',
  'bypass_permissions_mode',
  'deny_rules',
  'sandbox_reads',
  'hooks',
  'managed_hooks_only',
  'cleanup_period_days',
  'managed_settings',
  'copilot_managed_settings',
  'gemini_telemetry',
  'codex_plugins',
  'vscode_feedback',
]);

/** What a source that goes before every file keeps from holding: the fix says so. */
const outranked = new Set(['environment-union', 'mac-managed-preferences', 'windows-policy', 'wsl-inherits']);

/** What a start-up file of a shell does, which no fix edits. */
const inShell: Readonly<Record<string, readonly string[]>> = {
  'api-key-leaks': ['login_method', 'organisation_lock'],
  'bedrock-goes-round': ['base_url'],
};

test.each(cases)(
  'after a fix of %s nothing that a file decides is unmet, and undoing it leaves no trace',
  async (name) => {
    const { root } = await layOut(name);
    try {
      const before = await treeState(root);
      const scan = {
        root,
        now: today,
        requirements: { ...defaultRequirements, ...made.requirements },
      };
      const options = { scan, profile, removes: true, hasShellProfile: false };
      const first = await prepareFix(options);
      expect(await treeState(root)).toEqual(before);
      first.apply();
      const { verdicts } = await scanEndpoint(scan);
      const unmet = verdicts.filter(({ control, state }) => fixable.has(control) && state !== 'met');
      expect(first.left.map(({ kind }) => kind)).toEqual(outranked.has(name) ? ['outranked'] : []);
      if (!outranked.has(name)) expect(unmet.map(({ control }) => control)).toEqual(inShell[name] ?? []);
      const fixed = await treeState(root);
      const second = await prepareFix(options);
      expect(second.changes).toEqual([]);
      second.apply();
      expect(await treeState(root)).toEqual(fixed);
      const undo = await prepareUndo(scan);
      expect(undo.left).toEqual([]);
      undo.apply();
      expect(await treeState(root)).toEqual(before);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  },
);
