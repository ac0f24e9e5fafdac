import type { Address } from '../address/address.ts';
import { Link } from '../address/link.tsx';
import './views.css';

type ViewsProps = {
  readonly label: string;
  readonly views: readonly {
    readonly name: string;
    readonly text: string;
    readonly to: Address;
    readonly isCurrent: boolean;
  }[];
};

/** The views of a page that has several, as links: each has an address of its own. */
export function Views({ label, views }: ViewsProps) {
  return (
    <nav className="views" aria-label={label}>
      {views.map(({ name, text, to, isCurrent }) => (
        <Link key={name} to={to} {...(isCurrent ? { 'aria-current': 'page' as const } : {})}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
