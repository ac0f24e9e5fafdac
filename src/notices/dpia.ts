import type { TextBlock, TextItem } from '../base/index.ts';
import { octroiPolicies } from '../policy/index.ts';
import { claimsOf } from './claims.ts';
import { contractsOf } from './contracts.ts';
import { accessBlocks, lawBlocks, meansList, trainingBlock, unknownBlocks } from './frame.ts';
import { labelTable } from './labels.ts';
import { besideLifetimes, captureBlocks, lifetimeTable } from './lifetimes.ts';
import { waysTable } from './ways.ts';
import { listOf, type Writing } from './writing.ts';

/** What octroi knows of what an impact assessment asks for (GDPR, article 35(7)); it weighs nothing itself. */
export function dpiaInput(writing: Writing): readonly TextBlock[] {
  const toFillIn = writing.say('toFillIn');
  return [
    writing.heading('dpia.heading.processing'),
    writing.paragraph('dpia.processing', { organization: writing.organization }),
    writing.list('staff.purposes'),
    writing.heading('dpia.heading.subjects'),
    writing.list('dpia.subjects'),
    writing.heading('dpia.heading.data'),
    lifetimeTable(writing),
    ...besideLifetimes(writing),
    ...captureBlocks(writing),
    writing.heading('dpia.heading.means'),
    ...meansList(writing),
    ...accessBlocks(writing),
    writing.heading('dpia.heading.recipients'),
    ...claimsOf(writing, contractsOf(writing.material)),
    writing.heading('dpia.heading.labels'),
    labelTable(writing),
    writing.heading('dpia.heading.ways'),
    ...waysTable(writing),
    writing.heading('dpia.heading.necessity'),
    writing.list('dpia.necessity'),
    writing.paragraph('dpia.basis', { basis: toFillIn }),
    writing.heading('dpia.heading.risks'),
    writing.paragraph('dpia.risks'),
    riskTable(writing),
    writing.paragraph('dpia.anssi'),
    writing.heading('dpia.heading.measures'),
    ...measures(writing),
    trainingBlock(writing),
    writing.heading('dpia.heading.rights'),
    writing.list('staff.rights'),
    writing.heading('dpia.heading.views'),
    writing.paragraph('dpia.views', { toFillIn }),
    ...lawBlocks(writing, 'dpia.law', 'law.common'),
    ...unknownBlocks(writing),
  ];
}

function riskTable(writing: Writing): TextBlock {
  const unjudged = writing.say('dpia.unjudged');
  return writing.table(
    'dpia.columns.risks',
    writing.rows('dpia.risks').map((row) => [...row, unjudged]),
  );
}

function measures(writing: Writing): readonly TextBlock[] {
  const { policies, configuration } = writing.material.policy;
  const inForce = new Set(policies.map(({ id }) => id));
  const left = octroiPolicies.filter(({ id }) => !inForce.has(id)).map(({ id }) => id);
  const { restoreInto } = configuration.redaction;
  const { requiredControls } = configuration;
  return listOf([
    ...policies.map(({ id, text }) => ({
      text: writing.say('dpia.measure.rule', { id, text: text[writing.language].text }),
    })),
    ...(left.length > 0 ? [{ text: writing.say('dpia.measure.left', { ids: left.join(', ') }) }] : []),
    { text: writing.say('dpia.measure.restore', { places: restoreInto.join(', ') || writing.say('none') }) },
    { text: writing.say('dpia.measure.controls', { controls: requiredControls.join(', ') || writing.say('none') }) },
    ...exceptionItems(writing),
  ]);
}

function exceptionItems(writing: Writing): readonly TextItem[] {
  return writing.material.policy.configuration.exceptions.map((exception) => ({
    text: writing.say(
      exception.until < writing.day ? 'dpia.measure.exceptionOver' : 'dpia.measure.exception',
      exception,
    ),
  }));
}
