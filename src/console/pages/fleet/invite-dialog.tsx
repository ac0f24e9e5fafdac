import { useQuery } from '@tanstack/react-query';
import type { NewDeviceForm, NewDeviceView } from '../../../console-api/fleet-contract.ts';
import { call } from '../../api/call.ts';
import { sessionQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog, TextField, textIn } from '../../pieces/act-dialog.tsx';
import { CopyLines } from '../../pieces/copy-lines.tsx';
import { DaysField } from '../../pieces/days-field.tsx';
import { Dialog } from '../../pieces/dialog.tsx';

type InviteDialogProps = { readonly onMade: (made: NewDeviceView) => void; readonly onCancel: () => void };

/** Asks what a workstation is called, and has its code made. */
export function InviteDialog({ onMade, onCancel }: InviteDialogProps) {
  const { say } = useWords();
  return (
    <ActDialog
      title={say('fleet.inviteTitle')}
      act={say('fleet.inviteAct')}
      onAct={async (form) => onMade(await invite(form))}
      onClose={onCancel}
    >
      <TextField name="name" label={say('fleet.name')} how={say('fleet.nameHow')} />
      <DaysField label={say('fleet.days')} how={say('fleet.daysHow')} usual={7} most={90} />
    </ActDialog>
  );
}

function invite(form: FormData): Promise<NewDeviceView> {
  const body: NewDeviceForm = { name: textIn(form, 'name'), days: Number(textIn(form, 'days')) };
  return call<NewDeviceView>('/api/fleet/devices', { method: 'POST', body });
}

/** Shows a code the one time that it is shown. Only its button closes this. */
export function CodeDialog({ made, onClose }: { readonly made: NewDeviceView; readonly onClose: () => void }) {
  const { say, date } = useWords();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const line = `octroi endpoint enrol --gateway ${session?.gatewayUrl ?? ''} --code ${made.code}`;
  return (
    <Dialog title={say('fleet.codeTitle', { name: made.name })} isWide>
      <p className="made-once">{say('fleet.codeOnce')}</p>
      <p>{say('fleet.codeUntil', { until: date(made.expiresAt) })}</p>
      <CopyLines lines={[line]} what={say('fleet.codeTitle', { name: made.name })} />
      <div className="dialog-acts">
        <button type="button" className="primary" onClick={onClose}>
          {say('fleet.codeClose')}
        </button>
      </div>
    </Dialog>
  );
}
