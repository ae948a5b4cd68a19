import { createRoot } from 'react-dom/client';
import { App } from './App';
import './preview.css';

createRoot(document.getElementById('root')!).render(<App />);
