import { useWords } from '../../language/use-words.ts';

/** What the law says of training, each wording with its date: they differ, and only one of them binds. */
export function Law() {
  const { say } = useWords();
  return (
    <section className="law">
      <h2>{say('training.law')}</h2>
      <p>{say('training.lawLead')}</p>
      <dl>
        <dt>{say('training.lawOld')}</dt>
        <dd>{say('training.lawOldText')}</dd>
        <dt>{say('training.lawNew')}</dt>
        <dd>{say('training.lawNewText')}</dd>
      </dl>
    </section>
  );
}
