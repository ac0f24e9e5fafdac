import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PackView, PacksView } from '../../../console-api/posture-contract.ts';
import { packsQuery } from '../../api/terms-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { CommandLine } from '../../pieces/command-line.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { useMay } from '../../session/use-may.ts';
import { MakePackDialog } from './make-pack-dialog.tsx';
import { SharePackDialog } from './share-pack-dialog.tsx';

/** The packs of evidence that were made; makes one, and shares one with somebody who has no account. */
export function Packs() {
  const { say } = useWords();
  const mayMake = useMay('evidence');
  const query = useQuery(packsQuery);
  const [isAsking, setAsking] = useState(false);
  const [shared, setShared] = useState<PackView>();
  return (
    <section className="posture-packs">
      <h2>{say('packs.title')}</h2>
      <p className="posture-says">{say('packs.says')}</p>
      {mayMake ? (
        <button type="button" onClick={() => setAsking(true)} disabled={query.data?.isMaking ?? true}>
          {say('packs.make')}
        </button>
      ) : null}
      <Asked query={query}>{(packs) => <Listed packs={packs} onShare={mayMake ? setShared : undefined} />}</Asked>
      {isAsking ? <MakePackDialog onClose={() => setAsking(false)} /> : null}
      {shared ? <SharePackDialog pack={shared} onClose={() => setShared(undefined)} /> : null}
    </section>
  );
}

type ListedProps = { readonly packs: PacksView; readonly onShare: ((pack: PackView) => void) | undefined };

function Listed({ packs: { packs, isMaking, fault }, onShare }: ListedProps) {
  const { say } = useWords();
  return (
    <>
      <output>{isMaking ? say('packs.making') : null}</output>
      {fault === null ? null : <Notice title={say('packs.failed', { code: fault })} />}
      {packs.length === 0 ? null : (
        <>
          <CommandLine isOffline words="verify octroi-evidence.zip --key octroi-keys.txt" what={say('packs.verify')} />
          <PackSheet packs={packs} onShare={onShare} />
        </>
      )}
    </>
  );
}

const columns = ['period', 'made', 'scope', 'by', 'digest', 'file'] as const;

function PackSheet({ packs, onShare }: Pick<PacksView, 'packs'> & Pick<ListedProps, 'onShare'>) {
  const { say } = useWords();
  return (
    <Sheet
      label={say('packs.title')}
      columns={columns.map((column) => say(`packs.column.${column}`))}
      rows={packs.map((pack) => ({
        key: pack.id,
        cells: [
          say('packs.period', { from: pack.from, until: pack.until, language: pack.language }),
          <Moment key="made" at={pack.madeAt} />,
          pack.scope ?? say('packs.whole'),
          pack.by ?? say('packs.nobody'),
          <code key="digest" title={pack.digest}>
            {pack.digest.slice(0, 12)}
          </code>,
          pack.isKept ? <Handing key="file" pack={pack} onShare={onShare} /> : say('packs.gone'),
        ],
      }))}
    />
  );
}

function Handing({ pack, onShare }: { readonly pack: PackView } & Pick<ListedProps, 'onShare'>) {
  const { say } = useWords();
  const of = say('packs.of', { from: pack.from, until: pack.until });
  return (
    <span className="pack-acts">
      <a href={`/api/packs/${encodeURIComponent(pack.id)}`} download aria-label={`${say('packs.download')} ${of}`}>
        {say('packs.download')}
      </a>
      {onShare ? (
        <button type="button" aria-label={`${say('packs.share')} ${of}`} onClick={() => onShare(pack)}>
          {say('packs.share')}
        </button>
      ) : null}
    </span>
  );
}
