import { canonicalJson, type Json } from '../../base/index.ts';
import { packText, postureText } from '../../messages/index.ts';
import { writePdf } from '../../documents/index.ts';
import type { AssessedControl, Control, Evidence } from '../control.ts';
import { type Clause, clausesOf, crosswalkSource, frameworks } from '../crosswalk/clauses.ts';
import type { PackMaterial } from './material.ts';
import { summarySource } from './summary-source.ts';

const recommendations = 5;

/** The summary for people, with the posture inside for programs: PDF/A-3a. */
export function summaryPdf(material: PackMaterial): Buffer {
  return writePdf({
    source: summarySource,
    data: summaryData(material),
    attached: canonicalJson(material.posture as unknown as Json),
    at: new Date(material.madeAt),
  });
}

function summaryData(material: PackMaterial): Json {
  const { wish, posture, tenant, madeAt } = material;
  const { language, period } = wish;
  const say: Say = (key, args = {}) => packText(language, key, args);
  const { controls } = posture;
  return {
    language,
    title: say('title'),
    subtitle: say('subtitle', { name: tenant.name, ...period }),
    author: `octroi ${material.version}`,
    footer: say('footer', { at: minute(madeAt) }),
    attached: say('attached'),
    headings: {
      overview: say('heading.overview'),
      verdicts: say('heading.verdicts'),
      controls: say('heading.controls'),
      gaps: say('heading.gaps'),
      proof: say('heading.proof'),
      sources: say('heading.sources'),
    },
    marks: { met: '+', not_met: '–', unknown: '?' },
    states: {
      met: postureText(language, 'state.met'),
      not_met: postureText(language, 'state.not_met'),
      unknown: postureText(language, 'state.unknown'),
    },
    facts: factsOf(material, say),
    overview: overviewOf(controls, say),
    first: controls.slice(0, recommendations).map((control) => told(material, control, say)),
    verdicts: verdictsOf(material, say),
    columns: { controls: say('columns.controls').split('|') },
    controls: controls.map((control) => told(material, control, say)),
    gaps: controls
      .slice(recommendations)
      .filter(({ state }) => state !== 'met')
      .map((control) => told(material, control, say)),
    noGaps: say('noGaps'),
    proof: [
      say('proof.manifest'),
      say('proof.sample', { count: material.sample.proofs.length, of: material.sample.stretch.of }),
      say('proof.limits'),
    ],
    command: 'node verify/octroi-verify.mjs . --key KEYS',
    sources: [
      say('source.policy', { version: posture.policyVersion.slice(0, 12), on: madeAt.slice(0, 10) }),
      say('source.catalogue', { version: posture.catalogueVersion }),
      say('source.crosswalk', { source: crosswalkSource.source, on: crosswalkSource.readOn }),
      say('note.ai_act'),
      say('note.anssi'),
    ],
  };
}

type Say = (key: Parameters<typeof packText>[1], args?: Readonly<Record<string, string | number>>) => string;

function factsOf({ wish, posture, madeAt, sample, tenant, version }: PackMaterial, say: Say): Json {
  return [
    [say('fact.organisation'), tenant.name],
    [say('fact.scope'), wish.scope?.name ?? say('fact.whole')],
    [say('fact.period'), say('fact.days', wish.period)],
    [say('fact.madeAt'), minute(madeAt)],
    [say('fact.clock'), say('fact.clockText')],
    [say('fact.log'), sample.origin],
    [
      say('fact.versions'),
      say('fact.versionsText', {
        version,
        policy: posture.policyVersion.slice(0, 12),
        catalogue: posture.catalogueVersion,
      }),
    ],
  ];
}

function overviewOf(controls: readonly Control[], say: Say): Json {
  const count = (wanted: Control['state']): number => controls.filter(({ state }) => state === wanted).length;
  const counts = { met: count('met'), notMet: count('not_met'), unknown: count('unknown') };
  return {
    total: controls.length,
    bars: [
      { state: 'met', count: counts.met },
      { state: 'not_met', count: counts.notMet },
      { state: 'unknown', count: counts.unknown },
    ],
    says: say('overview', { ...counts, total: controls.length }),
    alt: say('overview', { ...counts, total: controls.length }),
  };
}

function told({ wish }: PackMaterial, control: AssessedControl, say: Say) {
  const { language } = wish;
  const { id, state, evidence, holdsUntil, since } = control;
  const until = holdsUntil === null ? say('holds.now') : say('holds.until', { until: minute(holdsUntil) });
  const marks = { met: '+', not_met: '–', unknown: '?' } as const;
  const line = (each: Evidence): string => `${marks[each.state]} ${sentence(language, each)}`;
  return {
    name: postureText(language, `control.${id}`),
    state,
    holds: state === 'met' ? until : say('holds.not'),
    evidence: [
      ...(evidence.length > 0 ? evidence.map(line) : [say('nothingSeen')]),
      ...(since === null ? [] : [say('since', { since: minute(since) })]),
      ...exceptionLines(control, say),
    ],
    clauses: clauseLine(clausesOf(id)),
  };
}

function exceptionLines({ exception }: AssessedControl, say: Say): readonly string[] {
  if (!exception) return [];
  const { owner, untilOn, reason, isOver } = exception;
  return [say(isOver ? 'exceptionOver' : 'exception', { owner, untilOn, reason })];
}

function sentence(language: PackMaterial['wish']['language'], { code, args }: Evidence): string {
  const shown = Object.entries(args).map(([name, value]) => [
    name,
    name.endsWith('At') ? minute(String(value)) : value,
  ]);
  return postureText(language, `evidence.${code}`, Object.fromEntries(shown)).replaceAll('`', '');
}

function clauseLine(clauses: readonly Clause[]): string {
  const byFramework = Map.groupBy(clauses, ({ framework }) => framework);
  return [...byFramework]
    .map(([id, each]) => `${frameworks[id]?.shortName ?? id} ${each.map(({ ref }) => ref).join(', ')}`)
    .join(' · ');
}

function verdictsOf({ verdicts, wish }: PackMaterial, say: Say): Json {
  const sum = (kind: 'allow' | 'redact' | 'block'): number => verdicts.reduce((all, day) => all + day[kind], 0);
  const sums = { allow: sum('allow'), redact: sum('redact'), block: sum('block') };
  return {
    days: verdicts.map((day) => ({ ...day })),
    most: Math.max(1, ...verdicts.map(({ allow, redact, block }) => allow + redact + block)),
    none: say('verdicts.none', wish.period),
    alt: say('verdicts.alt', { ...sums, days: verdicts.length }),
    legend: [
      ['allow', say('verdicts.allow', { count: sums.allow })],
      ['redact', say('verdicts.redact', { count: sums.redact })],
      ['block', say('verdicts.block', { count: sums.block })],
    ],
    range: say('verdicts.range', { first: verdicts[0]?.day ?? '', last: verdicts.at(-1)?.day ?? '' }),
  };
}

function minute(at: string): string {
  return at.length > 16 ? `${at.slice(0, 16).replace('T', ' ')} UTC` : at;
}
