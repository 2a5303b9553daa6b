import './app/theme.css';
import { startApp } from './app/start.tsx';

void startApp();
