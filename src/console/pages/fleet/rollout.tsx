import { useQuery } from '@tanstack/react-query';
import type { RolloutView } from '../../../console-api/fleet-contract.ts';
import { rolloutQuery } from '../../api/fleet-queries.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { CommandLine } from '../../pieces/command-line.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { saveFile } from '../../pieces/save-file.ts';
import { Sheet } from '../../pieces/sheet.tsx';

/** What the policy in force compiles to, to save and to put where it belongs. */
export function Rollout() {
  const { say, language } = useWords();
  return (
    <>
      <p className="sheet-note">{say('rollout.lead')}</p>
      <Asked query={useQuery(rolloutQuery(language))}>{(targets) => <Targets targets={targets} />}</Asked>
      <section>
        <h2>{say('rollout.bundle')}</h2>
        <p className="sheet-note">
          <Prose text={say('rollout.bundleSays')} />
        </p>
        <CommandLine words="policy bundle --signing-key KEY --out bundle.json" what={say('rollout.bundle')} />
      </section>
      <section>
        <h2>{say('rollout.enrol')}</h2>
        <p className="sheet-note">{say('rollout.enrolSays')}</p>
        {['systemd', 'launchd', 'schtasks'].map((kind) => (
          <CommandLine key={kind} words={`endpoint service --print ${kind}`} what={`endpoint service ${kind}`} />
        ))}
      </section>
    </>
  );
}

function Targets({ targets }: { readonly targets: readonly RolloutView[] }) {
  const { say } = useWords();
  return (
    <Sheet
      label={say('fleet.view.rollout')}
      columns={(['target', 'plan', 'files'] as const).map((column) => say(`rollout.column.${column}`))}
      rows={targets.map(({ target, plan, files }) => ({
        key: target,
        cells: [
          <code key="target">{target}</code>,
          <code key="plan">{plan}</code>,
          files.length === 0 ? say('rollout.noPlan') : <Files key="files" files={files} />,
        ],
      }))}
    />
  );
}

function Files({ files }: { readonly files: RolloutView['files'] }) {
  const { say } = useWords();
  return files.map(({ name, text }) => (
    <div key={name} className="rollout-file">
      <button type="button" className="quiet" onClick={() => saveFile(new Blob([text]), name.replaceAll('/', '-'))}>
        {say('rollout.save', { file: name })}
      </button>
      <details>
        <summary>{say('rollout.show', { file: name })}</summary>
        <textarea className="rollout-text" translate="no" readOnly rows={14} value={text} aria-label={name} />
      </details>
    </div>
  ));
}
