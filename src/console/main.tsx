import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followHistory } from './address/places.ts';
import { makeQueryClient } from './api/make-query-client.ts';
import { Console } from './console.tsx';
import { followLanguage } from './language/current-language.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { followTheme } from './theme.ts';

// Before anything is painted: the page has no other colours and no other language than these.
followTheme();
followLanguage();
followHistory();

const place = document.getElementById('console');
if (place)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={makeQueryClient()}>
        <Console />
      </QueryClientProvider>
    </StrictMode>,
  );
