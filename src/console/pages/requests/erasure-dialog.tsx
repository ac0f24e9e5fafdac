import { useState } from 'react';
import type { PlanView } from '../../../console-api/retention-contract.ts';
import { call } from '../../api/call.ts';
import { erasurePlan } from '../../api/kept-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog, TextField, textIn } from '../../pieces/act-dialog.tsx';
import { FormFault } from '../../pieces/form-fault.tsx';
import { PlanLines } from '../retention/due.tsx';
import { PersonField } from './person-field.tsx';

type Looked = { readonly person: string; readonly plan?: PlanView; readonly fault?: unknown };

/** Erases a person for good, once what would go was looked at. A hold on any of it refuses the whole order. */
export function ErasureDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [looked, setLooked] = useState<Looked | undefined>(undefined);
  const look = (person: string): void => {
    setLooked({ person });
    erasurePlan({ person }).then(
      (plan) => setLooked({ person, plan }),
      (fault: unknown) => setLooked({ person, fault }),
    );
  };
  const erase = (form: FormData): Promise<unknown> =>
    call('/api/erasures', {
      method: 'POST',
      body: { person: looked?.person, digest: looked?.plan?.digest ?? '', reason: textIn(form, 'reason') },
      patienceMs: 600_000,
    });
  return (
    <ActDialog
      title={say('requests.erasePerson')}
      act={say('requests.erase')}
      isDangerous
      onAct={erase}
      onClose={onClose}
    >
      <p>{say('requests.eraseSays')}</p>
      <PersonField onChange={look} />
      {looked?.plan ? <PlanLines plan={looked.plan} /> : null}
      <FormFault fault={looked?.fault} />
      <TextField name="reason" label={say('act.reason')} how={say('act.reasonHow')} />
    </ActDialog>
  );
}
