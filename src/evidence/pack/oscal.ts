import type { Json } from '../../base/index.ts';
import { packText, postureText } from '../../messages/index.ts';
import type { Control, Evidence } from '../control.ts';
import { clausesOf, frameworks } from '../crosswalk/clauses.ts';
import type { PackMaterial } from './material.ts';
import { stableUuid } from './stable-uuid.ts';

/*
 * The posture in NIST's OSCAL, in documents that validate against 1.0.6 and stand on constructs that later versions kept.
 * OSCAL knows `satisfied` and `not-satisfied` alone: what nobody can say is not satisfied, with the reason `other`.
 */

const oscalVersion = '1.0.6';
const ours = 'https://octroi.invalid/ns/oscal';

/** The controls as a catalogue that the other documents name. */
export function oscalCatalog(material: PackMaterial): Json {
  const { posture } = material;
  return {
    catalog: {
      uuid: stableUuid(
        'catalog',
        posture.controls.map(({ id }) => id),
      ),
      metadata: metadata(material, 'oscal.catalog'),
      controls: posture.controls.map(({ id }) => ({
        id,
        title: nameOf(material, id),
        props: clausesOf(id).map(({ framework, ref }) => ({
          name: 'clause',
          ns: ours,
          value: `${frameworks[framework]?.name ?? framework} ${ref}`,
          class: framework,
        })),
        parts: [{ id: `${id}_obj`, name: 'assessment-objective', prose: nameOf(material, id) }],
      })),
    },
  };
}

/** What was observed of each control and what follows from it. */
export function oscalResults(material: PackMaterial): Json {
  const { posture, wish, tenant } = material;
  const { controls } = posture;
  return {
    'assessment-results': {
      uuid: stableUuid('results', tenant.id, posture.at),
      metadata: metadata(material, 'oscal.results'),
      'import-ap': { href: `#${planUuid(material)}` },
      results: [
        {
          uuid: stableUuid('result', tenant.id, posture.at),
          title: packText(wish.language, 'oscal.results', {}),
          description: packText(wish.language, 'oscal.describes', { ...wish.period, at: posture.at }),
          start: `${wish.period.from}T00:00:00Z`,
          end: posture.at,
          'reviewed-controls': {
            'control-selections': [{ 'include-controls': controls.map(({ id }) => ({ 'control-id': id })) }],
          },
          observations: controls.flatMap((control) => observationsOf(material, control)),
          ...risksIn(material),
          findings: controls.map((control) => findingOf(material, control)),
        },
      ],
      'back-matter': { resources: [{ uuid: planUuid(material), title: packText(wish.language, 'oscal.plan', {}) }] },
    },
  };
}

/** What is to be done: one item for each control that is not met or that nobody can tell of. */
export function oscalMilestones(material: PackMaterial): Json {
  const { posture, tenant, wish } = material;
  const open = openControls(material);
  return {
    'plan-of-action-and-milestones': {
      uuid: stableUuid('poam', tenant.id, posture.at),
      metadata: metadata(material, 'oscal.poam'),
      'system-id': { 'identifier-type': 'https://ietf.org/rfc/rfc4122', id: tenant.id },
      observations: posture.controls.flatMap((control) => observationsOf(material, control)),
      ...risksIn(material),
      'poam-items':
        open.length === 0
          ? [
              {
                uuid: stableUuid('item', tenant.id),
                title: packText(wish.language, 'oscal.nothing', {}),
                description: posture.at,
              },
            ]
          : open.map((control) => ({
              uuid: stableUuid('item', tenant.id, control.id),
              title: nameOf(material, control.id),
              description: sentences(material, control, ({ state }) => state !== 'met'),
              'related-observations': observationsOf(material, control).map(({ uuid }) => ({
                'observation-uuid': uuid,
              })),
              'related-risks': [{ 'risk-uuid': riskUuid(material, control) }],
            })),
    },
  };
}

function openControls({ posture }: PackMaterial): readonly Control[] {
  return posture.controls.filter(({ state }) => state !== 'met');
}

function metadata({ posture, version, wish }: PackMaterial, title: 'oscal.catalog' | 'oscal.results' | 'oscal.poam') {
  return {
    title: packText(wish.language, title, {}),
    'last-modified': posture.at,
    version: `octroi ${version}`,
    'oscal-version': oscalVersion,
  };
}

function planUuid({ tenant, wish }: PackMaterial): string {
  return stableUuid('plan', tenant.id, wish.period.from, wish.period.until);
}

// Each piece of evidence by itself, with when it was collected and until when it holds.
function observationsOf(material: PackMaterial, { id, evidence, holdsUntil }: Control) {
  const { posture, tenant } = material;
  const seen = evidence.length > 0 ? evidence : [{ state: 'unknown', code: 'nothing_seen', args: {} } as const];
  return seen.map((each, index) => ({
    uuid: stableUuid('observation', tenant.id, posture.at, id, index),
    title: nameOf(material, id),
    description: sentenceOf(material, each),
    props: [
      { name: 'state', ns: ours, value: each.state },
      { name: 'evidence', ns: ours, value: each.code },
    ],
    methods: ['EXAMINE'],
    types: ['control-objective'],
    'relevant-evidence': [{ href: 'posture.json', description: each.code }],
    collected: posture.at,
    ...(holdsUntil === null ? {} : { expires: instantOf(holdsUntil) }),
  }));
}

function findingOf(material: PackMaterial, control: Control) {
  const { posture, tenant } = material;
  const reasons = { met: 'pass', not_met: 'fail', unknown: 'other' } as const;
  return {
    uuid: stableUuid('finding', tenant.id, posture.at, control.id),
    title: nameOf(material, control.id),
    description: sentences(material, control, () => true),
    target: {
      type: 'objective-id',
      'target-id': `${control.id}_obj`,
      status: { state: control.state === 'met' ? 'satisfied' : 'not-satisfied', reason: reasons[control.state] },
    },
    'related-observations': observationsOf(material, control).map(({ uuid }) => ({ 'observation-uuid': uuid })),
    ...(control.state === 'met' ? {} : { 'related-risks': [{ 'risk-uuid': riskUuid(material, control) }] }),
  };
}

function risksIn(material: PackMaterial) {
  const risks = openControls(material).map((control) => ({
    uuid: riskUuid(material, control),
    title: nameOf(material, control.id),
    description: sentences(material, control, ({ state }) => state !== 'met'),
    statement: packText(material.wish.language, `risk.${control.state === 'not_met' ? 'not_met' : 'unknown'}`, {}),
    status: 'open',
  }));
  return risks.length > 0 ? { risks } : {};
}

function riskUuid({ tenant }: PackMaterial, { id }: Control): string {
  return stableUuid('risk', tenant.id, id);
}

function sentences(material: PackMaterial, { evidence }: Control, wanted: (evidence: Evidence) => boolean): string {
  const said = evidence.filter(wanted).map((each) => sentenceOf(material, each));
  return said.join(' ') || packText(material.wish.language, 'nothingSeen', {});
}

function sentenceOf(
  { wish }: PackMaterial,
  { code, args }: { readonly code: string; readonly args: Evidence['args'] },
) {
  return code === 'nothing_seen'
    ? packText(wish.language, 'nothingSeen', {})
    : postureText(wish.language, `evidence.${code}`, args);
}

function nameOf({ wish }: PackMaterial, id: Control['id']): string {
  return postureText(wish.language, `control.${id}`);
}

// A day holds to its end.
function instantOf(dayOrInstant: string): string {
  return dayOrInstant.length === 10 ? `${dayOrInstant}T23:59:59Z` : dayOrInstant;
}
