import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AttestedView, AttestForm } from '../../../console-api/training-contract.ts';
import { call } from '../../api/call.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';
import { FormFault } from '../../pieces/form-fault.tsx';

type DeclaringProps = { readonly attemptId: string; readonly statement: string };

/** The statement, word for word, and the act of declaring it. */
export function Declaring({ attemptId, statement }: DeclaringProps) {
  const { say } = useWords();
  const words = useCatalogueWords();
  const client = useQueryClient();
  const declaring = useMutation({
    mutationFn: (body: AttestForm) =>
      call<AttestedView>(`/api/my/attempts/${attemptId}/attest`, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-trainings'] }),
  });
  if (declaring.data)
    return (
      <output className="declared">{say('training.signed', { date: words.day(declaring.data.validUntil) })}</output>
    );
  return (
    <div className="declaring">
      <h3>{say('training.statement')}</h3>
      <blockquote>{statement}</blockquote>
      <p className="sheet-note">{say('training.signHow')}</p>
      <FormFault fault={declaring.error} />
      <button
        type="button"
        className="primary"
        onClick={() => declaring.mutate({ statement })}
        disabled={declaring.isPending}
      >
        {say('training.sign')}
      </button>
    </div>
  );
}
