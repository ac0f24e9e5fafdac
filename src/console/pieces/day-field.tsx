import { useEffect, useId, useRef, useState } from 'react';
import { isDay } from '../address/terms-search.ts';
import './choice.css';

type DayFieldProps = {
  readonly label: string;
  /** A day in UTC; undefined stands for today. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
};

/** A day to look at something as of. Emptied, it is today's. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const shown = value ?? today;
  // While somebody types, the field is theirs: half a year would be put right under their hands.
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = shown;
  }, [shown]);
  return (
    <div className="choice" data-chosen={value !== undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="date"
        defaultValue={shown}
        min="2020-01-01"
        max="2099-12-31"
        onChange={({ target }) => {
          if (target.value === '') onChange(undefined);
          else if (isDay(target.value) && target.validity.valid) onChange(target.value);
        }}
      />
    </div>
  );
}
