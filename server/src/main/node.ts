import { runLanguageServer } from './language-server.ts';

runLanguageServer();
