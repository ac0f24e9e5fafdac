import { useQuery } from '@tanstack/react-query';
import { certificatesQuery } from '../../api/kept-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { CommandLine } from '../../pieces/command-line.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { groundTexts } from './texts.ts';

/** What proves each erasure. */
export function Certificates() {
  const { say, number } = useWords();
  const columns = ['issued', 'ground', 'records', 'by', 'reason', 'file'] as const;
  return (
    <Asked query={useQuery(certificatesQuery)}>
      {(certificates) =>
        certificates.length === 0 ? (
          <Notice title={say('retention.noCertificates')} />
        ) : (
          <>
            <p className="sheet-note">{say('retention.certificatesSays')}</p>
            <CommandLine
              isOffline
              words="verify erasure-certificate.json --key octroi-keys.txt"
              what={say('retention.verifyCommand')}
            />
            <Sheet
              label={say('retention.view.certificates')}
              columns={columns.map((column) => say(`retention.column.${column}`))}
              rows={certificates.map(({ id, issuedAt, ground, records, by, reason }) => ({
                key: id,
                cells: [
                  <Moment key="issued" at={issuedAt} />,
                  say(groundTexts[ground] ?? 'ground.lifetime_over'),
                  number(records),
                  by,
                  reason,
                  <a key="file" href={`/api/certificates/${encodeURIComponent(id)}`} download>
                    {say('retention.download')}
                  </a>,
                ],
              }))}
            />
          </>
        )
      }
    </Asked>
  );
}
