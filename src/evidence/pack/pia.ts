import type { Json } from '../../base/index.ts';
import { escapeMarkup } from '../../documents/index.ts';
import { packText, postureText } from '../../messages/index.ts';
import type { PackMaterial } from './material.ts';
import { processingRegister } from './registers.ts';

/**
 * A study for the CNIL's PIA software, to be imported there: what octroi knows is answered and names its source, all else is
 * left unanswered, so that the software itself asks for it. Nothing is evaluated, and no risk is weighed.
 * Format: cypress/fixtures/pia.json and pia_architecture.json of LINCnil/pia, read on 2026-11-27.
 */
export function piaStudy(material: PackMaterial): Json {
  const { tenant, madeAt, wish, posture } = material;
  const pia = 1;
  const { language } = wish;
  return {
    pia: {
      id: pia,
      name: packText(language, 'pia.name', { name: tenant.name }),
      category: '',
      author_name: 'octroi',
      evaluator_name: '',
      validator_name: '',
      status: 0,
      is_example: 0,
      is_archive: 0,
      progress: 0,
      structure_id: '',
      created_at: madeAt,
      updated_at: madeAt,
    },
    answers: answersOf(material).map(([question, text], index) => ({
      id: index + 1,
      pia_id: pia,
      reference_to: question,
      data: { text: `<p>${escapeMarkup(text).replaceAll('\n', '<br>')}</p>`, gauge: null, list: [] },
      created_at: madeAt,
      updated_at: madeAt,
    })),
    measures: posture.controls.map(({ id, state }, index) => ({
      id: index + 1,
      pia_id: pia,
      title: postureText(language, `control.${id}`),
      content: packText(language, 'pia.measure', { state: postureText(language, `state.${state}`), at: posture.at }),
      placeholder: '',
      created_at: madeAt,
      updated_at: madeAt,
    })),
    evaluations: [],
    comments: [],
  };
}

// The software's questions, by their numbers, that the register already answers.
const questions = [
  [111, 'register.purpose'],
  [112, 'register.recipients'],
  [121, 'register.categories'],
  [211, 'register.purpose'],
  [215, 'register.lifetimes'],
  [226, 'register.recipients'],
  [227, 'register.transfers'],
] as const;

function answersOf(material: PackMaterial): readonly (readonly [number, string])[] {
  const fields = processingRegister(material);
  return questions.flatMap(([question, name]) => {
    const field = fields.find((each) => each.name === name);
    return field?.isKnown ? [[question, `${field.value}\n(${field.source})`] as const] : [];
  });
}
