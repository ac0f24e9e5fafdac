import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { HoldScopeName } from '../../../console-api/retention-contract.ts';
import { call } from '../../api/call.ts';
import { retentionQuery } from '../../api/kept-queries.ts';
import { namesQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog, TextField, textIn } from '../../pieces/act-dialog.tsx';

const scopes = ['person', 'conversation', 'workspace', 'class', 'all'] as const satisfies readonly HoldScopeName[];

/** Asks what is to be held, why, and until when. */
export function NewHoldDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const id = useId();
  const [scope, setScope] = useState<HoldScopeName>('person');
  const place = (form: FormData): Promise<unknown> => {
    const until = textIn(form, 'until');
    const body = { scope, value: textIn(form, 'value'), reason: textIn(form, 'reason') };
    return call('/api/holds', { method: 'POST', body: { ...body, ...(until === '' ? {} : { until }) } });
  };
  return (
    <ActDialog title={say('holds.place')} act={say('holds.place')} onAct={place} onClose={onClose}>
      <div className="field">
        <label htmlFor={id}>{say('holds.column.scope')}</label>
        <select
          id={id}
          value={scope}
          onChange={({ target }) => setScope(scopes.find((name) => name === target.value) ?? 'all')}
        >
          {scopes.map((name) => (
            <option key={name} value={name}>
              {say(`holds.scope.${name}`)}
            </option>
          ))}
        </select>
      </div>
      <ValueField scope={scope} />
      <TextField name="reason" label={say('act.reason')} how={say('act.reasonHow')} />
      <TextField name="until" label={say('holds.column.until')} how={say('holds.untilHow')} type="date" isOptional />
    </ActDialog>
  );
}

function ValueField({ scope }: { readonly scope: HoldScopeName }) {
  const { say, retentionClass } = useWords();
  const { data: names } = useQuery(namesQuery);
  const { data: retention } = useQuery(retentionQuery);
  const id = useId();
  if (scope === 'all') return null;
  if (scope === 'conversation')
    return <TextField name="value" label={say('holds.session')} how={say('holds.sessionHow')} />;
  const options = {
    person: names?.persons ?? [],
    workspace: names?.workspaces ?? [],
    class: (retention?.classes ?? []).map(({ name }) => ({ id: name, name: retentionClass(name) })),
  }[scope];
  return (
    <div className="field">
      <label htmlFor={id}>{say('holds.which')}</label>
      <select id={id} name="value" required>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
