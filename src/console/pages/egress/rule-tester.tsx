import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import type { ExplainedView } from '../../../console-api/egress-contract.ts';
import { call } from '../../api/call.ts';
import { useWords } from '../../language/use-words.ts';
import { FormFault } from '../../pieces/form-fault.tsx';
import { Effect } from './effect.tsx';
import { useEgressWords } from './use-egress-words.ts';

/** Asks what would become of a connection, before anybody tries it. */
export function RuleTester() {
  const { say } = useWords();
  const id = useId();
  const asking = useMutation({
    mutationFn: (connection: string) =>
      call<ExplainedView>(`/api/egress/explain?${new URLSearchParams({ connection })}`, {}),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const connection = new FormData(event.currentTarget).get('connection');
    if (typeof connection === 'string') asking.mutate(connection.trim());
  };
  return (
    <section className="rule-tester">
      <h2>{say('tester.title')}</h2>
      <form onSubmit={submit}>
        <label htmlFor={id}>{say('tester.connection')}</label>
        <div className="rule-tester-line">
          <input
            id={id}
            name="connection"
            required
            maxLength={300}
            placeholder="claude.ai"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <button type="submit" disabled={asking.isPending}>
            {say('tester.ask')}
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {asking.data ? <Answer explained={asking.data} /> : null}
        <FormFault fault={asking.error} />
      </div>
    </section>
  );
}

function Answer({ explained }: { readonly explained: ExplainedView }) {
  const { say } = useWords();
  const words = useEgressWords();
  const { host, port, effect, rule, vendor, purpose, audience, proxy } = explained;
  const facts = [
    vendor,
    purpose === null ? null : words.purpose(purpose),
    audience === 'unknown' ? null : words.audience(audience),
  ].filter((fact) => fact !== null);
  return (
    <p className="rule-answer">
      <code>{`${host}:${port}`}</code> <Effect effect={effect} rule={rule} />
      {facts.length > 0 ? ` (${facts.join(', ')})` : null}
      {proxy.mode === 'off' ? ` ${say('tester.off')}` : null}
    </p>
  );
}
