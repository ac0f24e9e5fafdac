import { useQuery } from '@tanstack/react-query';
import type { PolicyVersionView } from '../../../console-api/policy-contract.ts';
import { policyQuery, versionsQuery } from '../../api/terms-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Copyable } from '../../pieces/copyable.tsx';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { roles } from '../../pieces/table-roles.ts';

/** Which policy was in force since when, as the ledger has it. */
export function Versions() {
  const { say } = useWords();
  const { data, error, refetch } = useQuery(versionsQuery);
  const { data: policy } = useQuery(policyQuery);
  if (!data) return error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : <Loading />;
  const [newest] = data;
  if (!newest) return <Notice title={say('versions.none')} />;
  return (
    <table className="versions" {...roles.table} aria-label={say('versions.table')}>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <th {...roles.columnHead}>{say('versions.since')}</th>
          <th {...roles.columnHead}>{say('policy.version')}</th>
          <th {...roles.columnHead}>{say('versions.source')}</th>
          <th {...roles.columnHead}>{say('versions.catalogue')}</th>
        </tr>
      </thead>
      <tbody {...roles.group}>
        {data.map((version) => (
          <Version
            key={version.recordId}
            version={version}
            isCurrent={version === newest && version.version === policy?.version}
          />
        ))}
      </tbody>
    </table>
  );
}

function Version({ version, isCurrent }: { readonly version: PolicyVersionView; readonly isCurrent: boolean }) {
  const { say } = useWords();
  return (
    <tr {...roles.row}>
      <th {...roles.rowHead}>
        <Moment at={version.at} /> {isCurrent ? <Stamp tone="open">{say('versions.current')}</Stamp> : null}
      </th>
      <td {...roles.cell}>
        <Copyable text={version.version} short={version.version.slice(0, 16)} what={say('versions.digest')} />
      </td>
      <td {...roles.cell}>
        {version.source === 'built_in' ? (
          say('versions.builtIn')
        ) : (
          <ul className="globs">
            {version.files.map(({ name, digest }) => (
              <li key={name}>
                <code title={digest}>{name}</code>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td {...roles.cell}>
        <span className="cell-name">{say('versions.catalogue')} </span>
        {version.catalogueVersion}
      </td>
    </tr>
  );
}
