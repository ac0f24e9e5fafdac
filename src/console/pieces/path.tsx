import { inPlainSight } from './in-plain-sight.ts';

/** A path whose end, which names the file, stays in sight when there is little room. */
export function Path({ path: given }: { readonly path: string }) {
  const path = inPlainSight(given);
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  return (
    <span className="path" title={path}>
      {cut > 0 ? <span className="path-folder">{path.slice(0, cut)}</span> : null}
      <span className="path-name">{path.slice(cut)}</span>
    </span>
  );
}
