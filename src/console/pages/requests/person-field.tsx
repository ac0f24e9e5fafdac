import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { namesQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';

type PersonFieldProps = { readonly onChange?: (personId: string) => void };

/** Whom it is about, by pseudonym. */
export function PersonField({ onChange }: PersonFieldProps) {
  const { say } = useWords();
  const { data } = useQuery(namesQuery);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{say('requests.column.person')}</label>
      <select
        id={id}
        name="person"
        required
        defaultValue=""
        aria-describedby={`${id}-how`}
        onChange={({ target }) => onChange?.(target.value)}
      >
        <option value="" disabled>
          {say('requests.choose')}
        </option>
        {data?.persons.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
      <p id={`${id}-how`}>{say('requests.personHow')}</p>
    </div>
  );
}
