import './workers.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { session } from './session/use-session.ts';

const place = document.getElementById('ide');
const masthead = document.getElementById('masthead');
if (place && masthead) {
  void session.load();
  createRoot(place).render(<App masthead={masthead} />);
}
