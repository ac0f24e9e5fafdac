import { useId, useRef, useState } from 'react';
import type { PackView, SharedView } from '../../../console-api/posture-contract.ts';
import { call } from '../../api/call.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog, textIn } from '../../pieces/act-dialog.tsx';
import { CopyButton } from '../../pieces/copy-button.tsx';
import { Dialog } from '../../pieces/dialog.tsx';

type SharePackDialogProps = { readonly pack: PackView; readonly onClose: () => void };

/** Makes a link to a pack that opens for some days for whoever has it, and shows it once. */
export function SharePackDialog({ pack, onClose }: SharePackDialogProps) {
  const { say, instant } = useWords();
  const id = useId();
  const [shared, setShared] = useState<SharedView>();
  // The first dialog closes itself when it has done its deed; then the second stands in its place.
  const isShared = useRef(false);
  const share = async (form: FormData): Promise<void> => {
    const body = { days: Number(textIn(form, 'days')) };
    const made = await call<SharedView>(`/api/packs/${encodeURIComponent(pack.id)}/share`, { method: 'POST', body });
    isShared.current = true;
    setShared(made);
  };
  const close = (): void => {
    if (!isShared.current) onClose();
  };
  if (!shared)
    return (
      <ActDialog title={say('packs.share')} act={say('packs.share')} onAct={share} onClose={close}>
        <p>{say('packs.shareSays')}</p>
        <div className="field">
          <label htmlFor={id}>{say('packs.days')}</label>
          <select id={id} name="days" defaultValue="30">
            {[7, 30, 90].map((days) => (
              <option key={days}>{days}</option>
            ))}
          </select>
        </div>
      </ActDialog>
    );
  const address = `${window.location.origin}${shared.address}`;
  return (
    <Dialog title={say('packs.shared')} onCancel={onClose}>
      <p>{say('packs.sharedSays', { until: instant(shared.expiresAt) })}</p>
      <p>
        <code className="pack-link">{address}</code>
      </p>
      <div className="dialog-acts">
        <CopyButton text={address} what={say('packs.shared')} />
        <button type="button" onClick={onClose}>
          {say('packs.done')}
        </button>
      </div>
    </Dialog>
  );
}
