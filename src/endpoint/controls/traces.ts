import { readLocalTraces } from '../traces/local-traces.ts';
import { because, type Control, type Judgement, type Subject } from './control.ts';

const dayMs = 86_400_000;

/** Local traces: none older than the company keeps them, and nothing sensitive in them. */
function localTraces(subject: Subject): Judgement {
  const folder = subject.situations[0]?.configFolder ?? `${subject.person.home}/.claude`;
  const traces = readLocalTraces(subject.machine, folder, subject.findSecrets);
  if (traces.files === 0) return { state: 'met', why: because('no_traces'), value: '0' };
  const value = `${traces.files} files, ${traces.bytes} bytes`;
  if (traces.secret) {
    const { file, line, kinds } = traces.secret;
    return {
      state: 'not_met',
      why: because('traces_secret', { kinds: kinds.join(', '), file }),
      value,
      place: { file, line },
    };
  }
  const limit = subject.requirements.maxCleanupDays;
  const days = traces.oldest ? Math.floor((subject.now.getTime() - traces.oldest.at.getTime()) / dayMs) : 0;
  const place = traces.oldest && { file: traces.oldest.file, line: 1 };
  if (days > limit)
    return { state: 'not_met', why: because('traces_old', { days, limit, file: place?.file ?? '' }), value, place };
  if (!traces.isWhole || !subject.findSecrets)
    return { state: 'unknown', why: because('traces_not_searched'), value, place };
  return { state: 'met', why: because('traces_kept', { days, limit }), value, place };
}

export const traceControls: readonly Control[] = [{ id: 'local_traces', judge: localTraces }];
