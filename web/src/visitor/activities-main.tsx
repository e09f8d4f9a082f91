import './visitor.css';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../language/language';
import { ActivitiesPage } from './activities';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no place to draw in');
createRoot(root).render(
  <LanguageProvider>
    <ActivitiesPage />
  </LanguageProvider>,
);
