import { readVariable, type Situation } from '../claude/situations.ts';
import { because, type Control, decidedBy, inEverySituation, isYes, type Judgement, whyNot } from './control.ts';

// Each puts content into the company's own telemetry: prompts, whole bodies, file paths and commands, answers.
export const contentSwitches: readonly string[] = [
  'OTEL_LOG_USER_PROMPTS',
  'OTEL_LOG_RAW_API_BODIES',
  'OTEL_LOG_TOOL_CONTENT',
  'OTEL_LOG_TOOL_DETAILS',
  'OTEL_LOG_ASSISTANT_RESPONSES',
];

function contentLogging(situation: Situation): Judgement {
  const variables = contentSwitches.map((name) => readVariable(name, situation));
  const on = variables.find(
    ({ name, state, text }) => state === 'set' && text !== undefined && logsContent(name, text),
  );
  if (on) return { state: 'not_met', why: because('content_logged', { name: on.name }), ...decidedBy(on) };
  const uncertain = variables.find(({ state, text }) => state === 'unknown' || (state === 'set' && text === undefined));
  if (uncertain) {
    const why =
      uncertain.state === 'set' ? because('doubt_value_dynamic', { name: uncertain.name }) : whyNot(uncertain);
    return { state: 'unknown', why, ...decidedBy(uncertain) };
  }
  const telling = variables.find(({ place }) => place !== undefined);
  return { state: 'met', why: because('no_content_logged'), ...(telling ? decidedBy(telling) : {}) };
}

/** Whether a content switch is on. RAW_API_BODIES also takes `file:<folder>`: anything that is not a plain no counts. */
export function logsContent(name: string, text: string): boolean {
  return isYes(text) || (name === 'OTEL_LOG_RAW_API_BODIES' && !isNo(text));
}

function isNo(text: string): boolean {
  return ['0', 'false', 'no', 'off'].includes(text.trim().toLowerCase());
}

export const otelControls: readonly Control[] = [inEverySituation('otel_content_logging', contentLogging)];
