import { useQuery } from '@tanstack/react-query';
import { Link } from '../address/link.tsx';
import { myTrainingsQuery } from '../api/training-queries.ts';
import { useWords } from '../language/use-words.ts';
import './banners.css';

/** Tells a person that their training has run out, before or while what they send is refused for it. */
export function TrainingBanner() {
  const { say, instant, language } = useWords();
  const { data } = useQuery(myTrainingsQuery(language));
  if (!data || data.state === 'current' || data.state === 'not_required') return null;
  const { state, graceDays, exemptUntil } = data;
  return (
    <section className={state === 'overdue' ? 'banner banner-alarm' : 'banner banner-away'}>
      <p>
        {say(`trainings.banner.${state}`, {
          days: graceDays,
          until: exemptUntil === null ? '–' : instant(exemptUntil),
        })}{' '}
        <Link to={{ page: 'trainings' }}>{say('trainings.banner.go')}</Link>
      </p>
    </section>
  );
}
