import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { NoticesView } from '../../../console-api/posture-contract.ts';
import { noticesQuery } from '../../api/terms-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Notice } from '../../pieces/notice.tsx';

const documents = ['staff', 'charter', 'council', 'dpia'] as const;
const formats = ['pdf', 'odt', 'md'] as const;

/** What staff and their representatives are told, written from the rules in force, in the reader's language. */
export function ToldDocuments() {
  const { say } = useWords();
  const query = useQuery(noticesQuery);
  return (
    <section className="posture-told">
      <h2>{say('told.title')}</h2>
      <p className="posture-says">{say('told.says')}</p>
      <Asked query={query}>{(notices) => <Offered notices={notices} />}</Asked>
    </section>
  );
}

function Offered({ notices }: { readonly notices: NoticesView }) {
  const { say } = useWords();
  const [organization, setOrganization] = useState('');
  const [contact, setContact] = useState('');
  return (
    <>
      <Since kept={notices.kept} />
      <div className="told-fields">
        <Field label={say('told.organization')} value={organization} onChange={setOrganization} />
        <Field label={say('told.contact')} value={contact} onChange={setContact} />
      </div>
      <ul className="told-documents">
        {documents.map((document) => (
          <li key={document}>
            <span>{say(`told.${document}`)}</span>
            <Downloads document={document} organization={organization.trim()} contact={contact.trim()} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Since({ kept }: Pick<NoticesView, 'kept'>) {
  const { say, instant } = useWords();
  if (kept === null) return <p className="posture-says">{say('told.neverKept')}</p>;
  const at = instant(kept.at);
  if (kept.isSamePolicy === true) return <p className="posture-says">{say('told.same', { at })}</p>;
  return <Notice title={say(kept.isSamePolicy === null ? 'told.unknown' : 'told.changed', { at })} />;
}

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Field({ label, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

type DownloadsProps = {
  readonly document: (typeof documents)[number];
  readonly organization: string;
  readonly contact: string;
};

function Downloads({ document, organization, contact }: DownloadsProps) {
  const { say, language } = useWords();
  const named = { ...(organization === '' ? {} : { organization }), ...(contact === '' ? {} : { contact }) };
  return (
    <span className="pack-acts">
      {formats.map((format) => (
        <a
          key={format}
          href={`/api/notices/file?${new URLSearchParams({ document, language, format, ...named })}`}
          download
          aria-label={`${say(`told.${document}`)}, ${say(`told.format.${format}`)}`}
        >
          {say(`told.format.${format}`)}
        </a>
      ))}
    </span>
  );
}
