import { useQuery } from '@tanstack/react-query';
import type { PolicyView, RuleView } from '../../../console-api/policy-contract.ts';
import { policyQuery } from '../../api/terms-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Copyable } from '../../pieces/copyable.tsx';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { roles } from '../../pieces/table-roles.ts';
import { typeset } from '../../../messages/console.ts';
import { Labels } from './labels.tsx';

/** The policy in force: its version and files, its labels, its rules. */
export function Rules() {
  const { data, error, refetch } = useQuery(policyQuery);
  if (!data) return error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : <Loading />;
  return (
    <>
      <Origin policy={data} />
      <Labels labels={data.labels} />
      <RuleTable rules={data.rules} />
    </>
  );
}

function Origin({ policy: { version, files, without } }: { readonly policy: PolicyView }) {
  const { say } = useWords();
  return (
    <section className="policy-origin">
      <p>
        {say('policy.version')} <Copyable text={version} short={version.slice(0, 16)} what={say('versions.digest')} />
      </p>
      {files.length === 0 ? <p>{say('policy.builtIn')}</p> : <h2>{say('policy.files')}</h2>}
      {files.map(({ name, digest, text }) => (
        <details key={name} className="policy-file">
          <summary>
            <code>{name}</code>
          </summary>
          <Copyable text={digest} what={say('policy.fileDigest', { name })} />
          <pre translate="no">{text}</pre>
        </details>
      ))}
      {without.length > 0 ? (
        <p className="policy-without">
          <Stamp tone="warn">{say('policy.without')}</Stamp>{' '}
          {without.map((id) => (
            <code key={id}>{id}</code>
          ))}
        </p>
      ) : null}
    </section>
  );
}

function RuleTable({ rules }: { readonly rules: readonly RuleView[] }) {
  const { say } = useWords();
  return (
    <section>
      <h2>{say('policy.ruleList')}</h2>
      <table className="rules" {...roles.table} aria-label={say('policy.ruleList')}>
        <thead {...roles.group}>
          <tr {...roles.row}>
            <th {...roles.columnHead}>{say('policy.rule')}</th>
            <th {...roles.columnHead}>{say('policy.effect')}</th>
            <th {...roles.columnHead}>{say('catalogue.value')}</th>
            <th {...roles.columnHead}>{say('versions.source')}</th>
          </tr>
        </thead>
        <tbody {...roles.group}>
          {rules.map((rule) => (
            <Rule key={rule.id} rule={rule} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Rule({ rule: { id, effect, text, source, file, line } }: { readonly rule: RuleView }) {
  const { say, language } = useWords();
  const said = text[language];
  return (
    <tr {...roles.row}>
      <th {...roles.rowHead}>
        <code>{id}</code>
      </th>
      <td {...roles.cell}>
        <Stamp tone={effect === 'permit' ? 'plain' : 'refused'}>
          {say(effect === 'permit' ? 'policy.permit' : 'policy.forbid')}
        </Stamp>
      </td>
      <td {...roles.cell}>
        {typeset(language, said.text)}
        {said.hint === '' ? null : (
          <span className="rule-hint">
            {' '}
            <Prose text={typeset(language, said.hint)} />
          </span>
        )}
        <details className="policy-file">
          <summary>{say('policy.source', { id })}</summary>
          <pre translate="no">{source}</pre>
        </details>
      </td>
      <td {...roles.cell}>{file === '' ? say('policy.fromOctroi') : say('policy.from', { file, line })}</td>
    </tr>
  );
}
