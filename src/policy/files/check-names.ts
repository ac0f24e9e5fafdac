import { boundsOf, lifetimeFault } from '../../catalogue/index.ts';
import { parseGlob } from '../labels/glob.ts';
import { mostLabels } from '../labels/labels.ts';
import type { Configuration } from './configuration.ts';
import type { Fault, FaultCode } from './fault.ts';

type Path = readonly (string | number)[];

type ReadFile = {
  readonly file: string;
  readonly value: Configuration;
  readonly lineOf: (path: Path) => number;
};

export type Known = {
  readonly detectors: ReadonlySet<string>;
  readonly policies: ReadonlySet<string>;
  /** Whether the catalogue has a plan, as `vendor/plan`; absent where there is none to ask. */
  readonly isPlan?: ((id: string) => boolean) | undefined;
};

type Found = { readonly path: Path; readonly code: FaultCode; readonly detail: string };

/** Whether what a configuration names is there: labels, contracts, plans, retention classes, detectors, policies; and its globs. */
export function checkNames({ file, value, lineOf }: ReadFile, known: Known): readonly Fault[] {
  const found = [
    ...labelFaults(value, known),
    ...labelNameFaults(value),
    ...lifetimeFaults(value),
    ...otherNames(value, known),
  ];
  return found.map(({ path, code, detail }) => ({ file, line: lineOf(path), path: path.join('.'), code, detail }));
}

function labelFaults({ labels, retention }: Configuration, known: Known): readonly Found[] {
  const found: Found[] = [];
  for (const [index, label] of labels.entries()) {
    const at = (...path: Path): Path => ['labels', index, ...path];
    if (index >= mostLabels) found.push({ path: at(), code: 'labels_too_many', detail: `≤ ${mostLabels}` });
    if (labels.findIndex(({ name }) => name === label.name) < index)
      found.push({ path: at('name'), code: 'name_twice', detail: label.name });
    for (const key of ['paths', 'except'] as const)
      for (const [each, glob] of label[key].entries()) {
        const fault = parseGlob(glob);
        if (typeof fault === 'string') found.push({ path: at(key, each), code: 'glob_invalid', detail: fault });
      }
    for (const [each, name] of label.detectors.entries())
      if (!known.detectors.has(name) && !/^(dictionary|listed|imported)-/.test(name))
        found.push({ path: at('detectors', each), code: 'detector_unknown', detail: name });
    if (label.retention !== undefined && !Object.hasOwn(retention, label.retention))
      found.push({ path: at('retention'), code: 'retention_unknown', detail: label.retention });
  }
  return found;
}

function labelNameFaults({
  labels,
  defaultLabel,
  workspaces,
  otherWorkspaces,
  capture,
}: Configuration): readonly Found[] {
  const used: readonly { path: Path; name: string | undefined }[] = [
    { path: ['defaultLabel'], name: defaultLabel },
    ...Object.keys(capture ?? {}).map((name) => ({ path: ['capture', name], name })),
    { path: ['otherWorkspaces', 'ceiling'], name: otherWorkspaces.ceiling },
    ...Object.entries(workspaces).map(([name, { ceiling }]) => ({
      path: ['workspaces', name, 'ceiling'],
      name: ceiling,
    })),
  ];
  return used.flatMap(({ path, name }) =>
    name === undefined || labels.some((label) => label.name === name)
      ? []
      : [{ path, code: 'label_unknown' as const, detail: name }],
  );
}

/** A lifetime that bears the name of a class is that class's; any other is one for exchanges, which labels may name. */
function lifetimeFaults({ retention }: Configuration): readonly Found[] {
  return Object.entries(retention).flatMap(([name, { days, justification }]) => {
    const bounds = boundsOf(name) ?? boundsOf('declaration');
    const detail = bounds && lifetimeFault(bounds, days, justification !== undefined);
    return detail === undefined
      ? []
      : [{ path: ['retention', name, 'days'], code: 'lifetime_out_of_bounds' as const, detail }];
  });
}

function otherNames(value: Configuration, known: Known): readonly Found[] {
  const found: Found[] = [];
  const spaces = Object.entries(value.workspaces).map(([name, terms]) => ({ path: ['workspaces', name], ...terms }));
  for (const { path, contract } of [...spaces, { path: ['otherWorkspaces'], ...value.otherWorkspaces }])
    if (contract !== undefined && !Object.hasOwn(value.contracts, contract))
      found.push({ path: [...path, 'contract'], code: 'contract_unknown', detail: contract });
  if (!Object.hasOwn(value.retention, value.defaultRetention))
    found.push({ path: ['defaultRetention'], code: 'retention_unknown', detail: value.defaultRetention });
  for (const [index, id] of value.withoutDefaultPolicies.entries())
    if (!known.policies.has(id))
      found.push({ path: ['withoutDefaultPolicies', index], code: 'default_policy_unknown', detail: id });
  for (const [name, { plan, startsOn, endsOn }] of Object.entries(value.contracts)) {
    if (known.isPlan?.(plan) === false)
      found.push({ path: ['contracts', name, 'plan'], code: 'plan_unknown', detail: plan });
    if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn)
      found.push({ path: ['contracts', name, 'endsOn'], code: 'value_invalid', detail: `≥ ${startsOn}` });
  }
  return found;
}
