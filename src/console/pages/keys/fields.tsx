import { useId } from 'react';
import { useWords } from '../../language/use-words.ts';
import { DaysField } from '../../pieces/days-field.tsx';

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly how: string;
  /** The id of a list of values to choose from. */
  readonly list?: string;
};

/** A line to fill in, with a word on what belongs there. */
export function Field({ name, label, how, list }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        required
        maxLength={120}
        // A name with nothing in it is refused here as it would be by the server.
        pattern=".*\S.*"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-how`}
        {...(list === undefined ? {} : { list })}
      />
      <p id={`${id}-how`}>{how}</p>
    </div>
  );
}

/** The language in which the gateway speaks to the key's bearer: at first that of the one who makes it. */
export function LanguageField() {
  const { say, language } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{say('newKey.language')}</label>
      <select id={id} name="language" defaultValue={language}>
        <option value="en" lang="en">
          English
        </option>
        <option value="fr" lang="fr">
          Français
        </option>
      </select>
    </div>
  );
}

const usualDays = 90;
const maxDays = 730;

/** How long the key lasts (tenancy/keys.ts). */
export function KeyDaysField() {
  const { say } = useWords();
  const how = say('newKey.daysHow', { max: maxDays });
  return (
    <DaysField label={say('newKey.days')} unit={say('newKey.daysUnit')} how={how} usual={usualDays} most={maxDays} />
  );
}
