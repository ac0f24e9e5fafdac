import type { ReactNode } from 'react';
import './box.css';

type BoxesProps = { readonly title: string; readonly note?: string; readonly children: ReactNode };

/** A part of a form: boxes, each with its name above what it holds. */
export function Boxes({ title, note, children }: BoxesProps) {
  return (
    <section className="boxes">
      <h2>{title}</h2>
      {note === undefined ? null : <p className="boxes-note">{note}</p>}
      <dl>{children}</dl>
    </section>
  );
}

type BoxProps = { readonly name: string; readonly isWide?: boolean; readonly children: ReactNode };

export function Box({ name, isWide = false, children }: BoxProps) {
  return (
    <div className={isWide ? 'box box-wide' : 'box'}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
