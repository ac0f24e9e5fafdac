import { readVariable, type Situation, type Variable } from '../claude/situations.ts';
import { because, type Control, decidedBy, inEverySituation, isYes, type Judgement, whyNot } from './control.ts';

/** How a variable switches something off: by being there at all, or by saying yes. */
type Switch = { readonly name: string; readonly kind: 'presence' | 'yes' };

// The client asks `if (process.env.X)` for these three: 0 and false switch off too. Measured: DISABLE_TELEMETRY=0.
const essentialOnly: Switch = { name: 'CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC', kind: 'presence' };
const telemetryOff: Switch = { name: 'DISABLE_TELEMETRY', kind: 'presence' };
const errorsOff: Switch = { name: 'DISABLE_ERROR_REPORTING', kind: 'presence' };

type Position = 'off' | 'on' | 'unknown';

function positionOf(variable: Variable, { kind }: Switch): Position {
  if (variable.state === 'unknown') return 'unknown';
  if (variable.state === 'unset') return 'on';
  if (kind === 'presence') return 'off';
  if (variable.text === undefined) return 'unknown';
  return isYes(variable.text) ? 'off' : 'on';
}

/** Off when one of the switches is. What is told otherwise is the switch that says most. */
function switchedOff(situation: Situation, switches: readonly Switch[]): Judgement {
  const read = switches.map((one) => {
    const variable = readVariable(one.name, situation);
    return { variable, position: positionOf(variable, one) };
  });
  const off = read.find(({ position }) => position === 'off');
  if (off)
    return { state: 'met', why: because('switched_off', { name: off.variable.name }), ...decidedBy(off.variable) };
  const uncertain = read.find(({ position }) => position === 'unknown');
  if (uncertain) {
    const { variable } = uncertain;
    const why = variable.state === 'set' ? because('doubt_value_dynamic', { name: variable.name }) : whyNot(variable);
    return { state: 'unknown', why, ...decidedBy(variable) };
  }
  const telling = read.find(({ variable }) => variable.place !== undefined) ?? read[0];
  if (!telling) return { state: 'unknown', why: because('no_session') };
  const { variable } = telling;
  const why =
    variable.state === 'set'
      ? because('value_is_no', { name: variable.name, value: variable.text ?? '' })
      : whyNot(variable);
  return { state: 'not_met', why, ...decidedBy(variable) };
}

function control(id: string, switches: readonly Switch[]): Control {
  return inEverySituation(id, (situation) => switchedOff(situation, switches));
}

const marketplace: Switch = { name: 'CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL', kind: 'yes' };

// Measured: the client looks before it has read one's own settings files, so only the shell and managed files count.
function marketplaceOff(situation: Situation): Judgement {
  const judged = switchedOff(situation, [marketplace]);
  const isTooLate = judged.state === 'met' && ['user', 'project', 'local'].includes(judged.source ?? '');
  if (!isTooLate) return judged;
  const inShell = situation.session.state.isPassedOn(marketplace.name);
  if (inShell === 'yes') return judged;
  return { ...judged, state: 'not_met', why: because('only_shell_or_managed', { name: marketplace.name }) };
}

/** What variables of the client switch off. */
export const switchControls: readonly Control[] = [
  control('telemetry', [telemetryOff, { name: 'DO_NOT_TRACK', kind: 'yes' }, essentialOnly]),
  control('error_reports', [errorsOff, essentialOnly]),
  control('feedback', [
    { name: 'DISABLE_FEEDBACK_COMMAND', kind: 'yes' },
    { name: 'DISABLE_BUG_COMMAND', kind: 'yes' },
    essentialOnly,
  ]),
  control('non_essential_traffic', [essentialOnly]),
  inEverySituation('marketplace_auto_install', marketplaceOff),
];
