import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyView, NewKeyView } from '../../../console-api/contract.ts';
import { keysQuery, setupQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { CommandLine } from '../../pieces/command-line.tsx';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { useMay } from '../../session/use-may.ts';
import { KeyTable } from './key-table.tsx';
import { MadeKeyDialog } from './made-key-dialog.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import '../../pieces/form.css';
import './keys.css';

/** What lies over the page. */
type Open =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'new' }
  | { readonly kind: 'made'; readonly made: NewKeyView }
  | { readonly kind: 'revoke'; readonly revoked: KeyView };

const nothing: Open = { kind: 'nothing' };

/** The keys: who may use the post, and until when. */
export function KeysPage() {
  const { say } = useWords();
  const [open, setOpen] = useState(nothing);
  const mayChange = useMay('keys');
  useTitle(say('keys.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('keys.title')}</h1>
          <p>{say('keys.lead')}</p>
        </div>
        {mayChange ? (
          <button type="button" className="primary" onClick={() => setOpen({ kind: 'new' })}>
            {say('keys.make')}
          </button>
        ) : null}
      </div>
      <ContractFirst />
      <Keys {...(mayChange ? { onRevoke: (revoked) => setOpen({ kind: 'revoke', revoked }) } : {})} />
      <OpenDialog open={open} onChange={setOpen} />
    </>
  );
}

function OpenDialog({ open, onChange }: { readonly open: Open; readonly onChange: (open: Open) => void }) {
  const close = (): void => onChange(nothing);
  switch (open.kind) {
    case 'new':
      return <NewKeyDialog onMade={(made) => onChange({ kind: 'made', made })} onCancel={close} />;
    case 'made':
      return <MadeKeyDialog made={open.made} onClose={close} />;
    case 'revoke':
      return <RevokeDialog revoked={open.revoked} onClose={close} />;
    case 'nothing':
      return null;
  }
}

function Keys({ onRevoke }: { readonly onRevoke?: (revoked: KeyView) => void }) {
  const { say } = useWords();
  const { data, error, refetch } = useQuery(keysQuery);
  if (!data) return error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : <Loading />;
  if (data.length > 0) return <KeyTable keys={data} {...(onRevoke ? { onRevoke } : {})} />;
  return (
    <Notice title={say('keys.none')}>
      <p>{say('keys.noneHow')}</p>
    </Notice>
  );
}

// A key without a contract is refused, which its owner would learn only later.
function ContractFirst() {
  const { say } = useWords();
  const { data } = useQuery(setupQuery);
  if (!data || data.hasContract) return null;
  return (
    <div className="contract-first">
      <p>{say('keys.contractFirst')}</p>
      <CommandLine
        words="contract add --organization ID"
        input={` < ${say('setup.contractFile')}`}
        what={say('setup.contractCommand')}
      />
    </div>
  );
}
