import { useQuery } from '@tanstack/react-query';
import type { ControlStateName, PostureView } from '../../../console-api/posture-contract.ts';
import { postureQuery } from '../../api/terms-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { Alarm } from './alarm.tsx';
import { Control } from './control.tsx';
import { Packs } from './packs.tsx';
import { ToldDocuments } from './told-documents.tsx';
import './posture.css';

/** Which controls are met, on what evidence and until when; and the facts that are stale. */
export function PosturePage() {
  const { say } = useWords();
  const { data, error, refetch } = useQuery(postureQuery);
  useTitle(say('posture.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('posture.title')}</h1>
          <p>{say('posture.lead')}</p>
        </div>
      </div>
      {!data && error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <Shown posture={data} /> : null}
      <ToldDocuments />
      <Packs />
    </>
  );
}

function Shown({ posture }: { readonly posture: PostureView }) {
  const { say, instant } = useWords();
  const { at, controls, alarms, policyVersion, catalogueVersion } = posture;
  const count = (wanted: ControlStateName): number => controls.filter(({ state }) => state === wanted).length;
  const counts = { met: count('met'), notMet: count('not_met'), unknown: count('unknown') };
  return (
    <>
      <p className="posture-sum">
        <strong>{say('posture.sum', counts)}</strong>{' '}
        <small>
          {say('posture.basis', { at: instant(at), policy: policyVersion.slice(0, 12), catalogue: catalogueVersion })}
        </small>
      </p>
      {alarms.length === 0 ? null : (
        <section className="posture-alarms">
          <h2>{say('posture.alarms')}</h2>
          <p className="posture-says">{say('posture.alarmsSays')}</p>
          {alarms.map((alarm) => (
            <Alarm key={alarm.fact} alarm={alarm} />
          ))}
        </section>
      )}
      <section>
        <h2>{say('posture.controls')}</h2>
        <ul className="posture-controls">
          {controls.map((control) => (
            <Control key={control.id} control={control} />
          ))}
        </ul>
      </section>
    </>
  );
}
