import type { ReactNode } from 'react';
import './notice.css';

type NoticeProps = {
  readonly title: string;
  readonly children?: ReactNode;
  /** Where the notice is all that the page holds, its title is the page's. */
  readonly isPage?: boolean;
};

/** A calm word about a state: what happened, and what to do. */
export function Notice({ title, children, isPage = false }: NoticeProps) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <section className="notice">
      <Title>{title}</Title>
      {children}
    </section>
  );
}
