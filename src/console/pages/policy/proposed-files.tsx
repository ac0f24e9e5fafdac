import { useWords } from '../../language/use-words.ts';

/** A file of a proposal. `id` stays with it while its name is being changed. */
export type ProposedFile = { readonly id: number; readonly name: string; readonly text: string };

type ProposedFilesProps = {
  readonly files: readonly ProposedFile[];
  readonly onChange: (files: readonly ProposedFile[]) => void;
};

/** The files of another policy: pasted, changed by hand, or chosen from this computer. */
export function ProposedFiles({ files, onChange }: ProposedFilesProps) {
  const { say } = useWords();
  const nextId = Math.max(-1, ...files.map(({ id }) => id)) + 1;
  const take = async (list: FileList | null): Promise<void> =>
    onChange(withFiles(files, await readFiles(list), nextId));
  return (
    <fieldset className="proposed">
      <legend>{say('compare.files')}</legend>
      {files.map((file, index) => (
        <ProposedFileFields
          key={file.id}
          file={file}
          number={index + 1}
          onChange={(changed) => onChange(files.map((each) => (each.id === file.id ? changed : each)))}
          onRemove={() => onChange(files.filter((each) => each.id !== file.id))}
        />
      ))}
      <div className="proposed-acts">
        <button type="button" onClick={() => onChange([...files, { id: nextId, name: freeName(files), text: '' }])}>
          {say('compare.add')}
        </button>
        <label className="proposed-choose">
          {say('compare.choose')}
          <input
            type="file"
            multiple
            accept=".yaml,.yml,.cedar"
            onChange={({ currentTarget }) => {
              void take(currentTarget.files);
            }}
          />
        </label>
      </div>
    </fieldset>
  );
}

// Two files of one name could not be told apart when one of them has a fault.
function freeName(files: readonly ProposedFile[]): string {
  const names = ['proposal.cedar', ...files.map((_, index) => `proposal-${index + 2}.cedar`)];
  return names.find((name) => files.every((file) => file.name !== name)) ?? '';
}

type Given = { readonly name: string; readonly text: string };

async function readFiles(list: FileList | null): Promise<readonly Given[]> {
  return Promise.all([...(list ?? [])].map(async (file) => ({ name: file.name, text: await file.text() })));
}

// A chosen file takes the place of one with its name.
function withFiles(files: readonly ProposedFile[], given: readonly Given[], nextId: number): readonly ProposedFile[] {
  const names = new Set(given.map(({ name }) => name));
  const others = files.filter(({ name, text }) => !names.has(name) && text.trim() !== '');
  return [...others, ...given.map((file, index) => ({ ...file, id: nextId + index }))];
}

type ProposedFileFieldsProps = {
  readonly file: ProposedFile;
  readonly number: number;
  readonly onChange: (file: ProposedFile) => void;
  readonly onRemove: () => void;
};

function ProposedFileFields({ file, number, onChange, onRemove }: ProposedFileFieldsProps) {
  const { say } = useWords();
  return (
    <div className="proposed-file">
      <div className="proposed-name">
        <input
          value={file.name}
          required
          maxLength={200}
          spellCheck={false}
          aria-label={say('compare.name', { number })}
          onChange={({ target }) => onChange({ ...file, name: target.value })}
        />
        <button
          type="button"
          className="quiet"
          aria-label={say('compare.remove', { name: file.name })}
          onClick={onRemove}
        >
          {say('compare.removeShort')}
        </button>
      </div>
      <textarea
        value={file.text}
        rows={Math.min(20, Math.max(6, file.text.split('\n').length + 1))}
        spellCheck={false}
        translate="no"
        aria-label={say('compare.text', { name: file.name })}
        onChange={({ target }) => onChange({ ...file, text: target.value })}
      />
    </div>
  );
}
