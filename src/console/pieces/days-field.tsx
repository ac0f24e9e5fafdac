import { useId } from 'react';

type DaysFieldProps = {
  readonly label: string;
  readonly how: string;
  /** What stands behind the number. */
  readonly unit?: string;
  readonly usual: number;
  readonly most: number;
};

/** How many days, as `days`. The bounds are the server's, which checks them again. */
export function DaysField({ label, how, unit, usual, most }: DaysFieldProps) {
  const id = useId();
  return (
    <div className="field field-days">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name="days"
        type="number"
        required
        min={1}
        max={most}
        step={1}
        defaultValue={usual}
        aria-describedby={unit === undefined ? `${id}-how` : `${id}-unit ${id}-how`}
      />
      {unit === undefined ? null : <span id={`${id}-unit`}>{unit}</span>}
      <p id={`${id}-how`}>{how}</p>
    </div>
  );
}
