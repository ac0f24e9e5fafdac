import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ExemptionForm, ExemptionView, TeamView } from '../../../console-api/training-contract.ts';
import { call } from '../../api/call.ts';
import { teamQuery } from '../../api/training-queries.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog, TextField, textIn } from '../../pieces/act-dialog.tsx';
import { Asked } from '../../pieces/asked.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { useMay } from '../../session/use-may.ts';
import { ModuleState } from './module-state.tsx';
import './trainings.css';

/** Whose training holds, by pseudonym and module; and who may send without it for some hours. */
export function TeamPage() {
  const { say, language } = useWords();
  const [isAsking, setAsking] = useState(false);
  const mayGrant = useMay('exemptions');
  useTitle(say('team.title'));
  return (
    <div className="trainings">
      <div className="page-head">
        <div>
          <h1>{say('team.title')}</h1>
          <p>{say('team.lead')}</p>
          <p>
            <a href="/api/trainings.csv" download>
              {say('team.csv')}
            </a>
          </p>
        </div>
        {mayGrant ? (
          <button type="button" className="primary" onClick={() => setAsking(true)}>
            {say('team.grant')}
          </button>
        ) : null}
      </div>
      <Asked query={useQuery(teamQuery(language))}>{(view) => <Team view={view} />}</Asked>
      {isAsking ? <GrantDialog onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

function Team({ view: { isRequired, modules, people } }: { readonly view: TeamView }) {
  const { say } = useWords();
  const words = useCatalogueWords();
  if (people.length === 0) return <Notice title={say('team.none')} />;
  return (
    <>
      {isRequired ? null : <p className="sheet-note">{say('team.notRequired')}</p>}
      <Sheet
        label={say('team.title')}
        columns={[say('team.person'), ...modules.map(({ title }) => title), say('team.exempt')]}
        rows={people.map((person) => ({
          key: person.personId,
          cells: [
            person.pseudonym,
            ...person.modules.map(({ module, state, validUntil }) => (
              <span key={module} className="team-cell">
                <ModuleState state={state} /> {validUntil === null ? null : words.day(validUntil)}
              </span>
            )),
            person.exemptUntil === null ? '–' : <Moment key="exempt" at={person.exemptUntil} />,
          ],
        }))}
      />
    </>
  );
}

function GrantDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const hoursId = useId();
  return (
    <ActDialog title={say('team.grantTitle')} act={say('team.grantAct')} onAct={grant} onClose={onClose}>
      <p>{say('team.grantSays')}</p>
      <TextField name="person" label={say('team.grantPerson')} how={say('team.grantPersonHow')} />
      <div className="field field-days">
        <label htmlFor={hoursId}>{say('team.grantHours')}</label>
        <input
          id={hoursId}
          name="hours"
          type="number"
          required
          min={1}
          max={72}
          step={1}
          defaultValue={4}
          aria-describedby={`${hoursId}-how`}
        />
        <p id={`${hoursId}-how`}>{say('team.grantHoursHow')}</p>
      </div>
      <TextField name="reason" label={say('team.grantReason')} how={say('team.grantReasonHow')} />
    </ActDialog>
  );
}

function grant(form: FormData): Promise<ExemptionView> {
  const [person, reason] = [textIn(form, 'person'), textIn(form, 'reason')];
  const body: ExemptionForm = { person, reason, hours: Number(textIn(form, 'hours')) };
  return call<ExemptionView>('/api/trainings/exemptions', { method: 'POST', body });
}
