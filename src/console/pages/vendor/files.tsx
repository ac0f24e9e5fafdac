import { useState } from 'react';
import type { VendorFile } from '../../../console-api/vendor-contract.ts';
import { call } from '../../api/call.ts';
import { useWords } from '../../language/use-words.ts';
import { ActDialog } from '../../pieces/act-dialog.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { useMay } from '../../session/use-may.ts';

const stateTexts = { held: 'vendor.held', deleted: 'vendor.deleted', gone: 'vendor.gone' } as const;

/** The files that were sent to a vendor and lie there until somebody deletes them. */
export function Files({ files }: { readonly files: readonly VendorFile[] }) {
  const { say } = useWords();
  const [chosen, setChosen] = useState<VendorFile | undefined>(undefined);
  const mayAct = useMay('retention');
  const close = (): void => setChosen(undefined);
  return (
    <section>
      <h2>{say('vendor.files')}</h2>
      <p className="sheet-note">{say('vendor.filesSays')}</p>
      {files.length === 0 ? (
        <Notice title={say('vendor.noFiles')} />
      ) : (
        <Listed files={files} {...(mayAct ? { onDelete: setChosen } : {})} />
      )}
      {chosen ? (
        <ActDialog
          title={say('vendor.deleteTitle')}
          act={say('vendor.delete')}
          isDangerous
          onAct={() => call(`/api/vendor/files/${encodeURIComponent(chosen.id)}/delete`, { method: 'POST' })}
          onClose={close}
        >
          <p>{say('vendor.deleteSays', { file: chosen.name ?? chosen.id })}</p>
        </ActDialog>
      ) : null}
    </section>
  );
}

type ListedProps = { readonly files: readonly VendorFile[]; readonly onDelete?: (file: VendorFile) => void };

function Listed({ files, onDelete }: ListedProps) {
  const { say, size } = useWords();
  const columns = ['file', 'state', 'uploaded', 'person', 'label', 'bytes', 'expires'] as const;
  return (
    <Sheet
      label={say('vendor.files')}
      columns={[...columns.map((column) => say(`vendor.column.${column}`)), ...(onDelete ? [say('holds.act')] : [])]}
      rows={files.map((file) => ({
        key: file.id,
        cells: [
          file.name ?? file.id,
          <Stamp key="state" tone={file.state === 'held' ? 'open' : 'ended'}>
            {say(stateTexts[file.state])}
          </Stamp>,
          <Moment key="uploaded" at={file.uploadedAt} />,
          file.person ?? '–',
          file.label ?? '–',
          size(file.bytes),
          file.expiresAt === null ? say('mirror.untilDeleted') : <Moment key="expires" at={file.expiresAt} as="date" />,
          onDelete && file.state === 'held' ? (
            <button key="delete" type="button" className="quiet" onClick={() => onDelete(file)}>
              {say('vendor.delete')}
            </button>
          ) : null,
        ],
      }))}
    />
  );
}
