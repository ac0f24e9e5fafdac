import type { KeyView } from '../../../console-api/contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Moment } from '../../pieces/moment.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { roles } from '../../pieces/table-roles.ts';

type KeyTableProps = {
  readonly keys: readonly KeyView[];
  /** Not given to somebody who may not revoke. */
  readonly onRevoke?: (revoked: KeyView) => void;
};

const columns = [
  'keys.key',
  'keys.person',
  'keys.workspace',
  'keys.state',
  'keys.createdAt',
  'keys.until',
  'keys.act',
] as const;

/** All keys, those that have ended too: who could use the post is part of what one asks later. */
export function KeyTable({ keys, onRevoke }: KeyTableProps) {
  const { say } = useWords();
  return (
    <table className="keys" {...roles.table} aria-label={say('keys.list')}>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {columns.map((column) => (
            <th key={column} {...roles.columnHead} className={column.replace('.', '-')}>
              {column === 'keys.act' ? <span className="unseen">{say(column)}</span> : say(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {keys.map((key) => (
          <KeyRow key={key.id} shown={key} onRevoke={onRevoke} />
        ))}
      </tbody>
    </table>
  );
}

const stateTexts = { active: 'keys.active', expired: 'keys.expired', revoked: 'keys.revoked' } as const;
const tones = { active: 'plain', expired: 'ended', revoked: 'ended' } as const;

type KeyRowProps = { readonly shown: KeyView; readonly onRevoke: KeyTableProps['onRevoke'] | undefined };

function KeyRow({ shown, onRevoke }: KeyRowProps) {
  const { say } = useWords();
  const name = say('keys.endsIn', { hint: shown.hint });
  return (
    <tr {...roles.row} data-state={shown.state}>
      <th {...roles.rowHead} className="keys-key">
        <code>{name}</code>
      </th>
      <td {...roles.cell} className="keys-person">
        {shown.person}
      </td>
      <td {...roles.cell} className="keys-workspace">
        {shown.workspace}
      </td>
      <td {...roles.cell} className="keys-state">
        <Stamp tone={tones[shown.state]}>{say(stateTexts[shown.state])}</Stamp>
      </td>
      <td {...roles.cell} className="keys-createdAt">
        <span className="cell-name">{say('keys.createdAt')} </span>
        <Moment at={shown.createdAt} as="date" />
      </td>
      <td {...roles.cell} className="keys-until">
        <span className="cell-name">{say(shown.revokedAt === null ? 'keys.until' : 'keys.revokedOn')} </span>
        <Until shown={shown} />
      </td>
      <td {...roles.cell} className="keys-act">
        {shown.state === 'active' && onRevoke ? (
          <button
            type="button"
            className="quiet danger"
            aria-label={say('keys.revokeWhat', { key: name, person: shown.person })}
            onClick={() => onRevoke(shown)}
          >
            {say('keys.revoke')}
          </button>
        ) : null}
      </td>
    </tr>
  );
}

// Until when it let, or lets, its bearer through.
function Until({ shown: { revokedAt, expiresAt } }: { readonly shown: KeyView }) {
  return <Moment at={revokedAt ?? expiresAt} as="date" />;
}
