import type { AudienceName } from '../../console-api/catalogue-contract.ts';
import { useWords } from '../language/use-words.ts';
import { Choice } from './choice.tsx';

type AudienceChoiceProps = {
  readonly value: AudienceName | undefined;
  readonly onChange: (value: AudienceName | undefined) => void;
};

/** For whom the terms of plans are written. */
export function AudienceChoice({ value, onChange }: AudienceChoiceProps) {
  const { say } = useWords();
  return (
    <Choice
      label={say('terms.audience')}
      any={say('terms.anyAudience')}
      value={value}
      options={[
        { value: 'commercial', text: say('terms.commercial') },
        { value: 'consumer', text: say('terms.consumerOnly') },
      ]}
      onChange={onChange}
    />
  );
}
