// Unpacks the registry's Chromium, its fonts and the libraries a bare machine lacks; the package puts them into TMPDIR.
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

const bin = new URL('../bin/', import.meta.resolve('@sparticuz/chromium'));
const parts = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'];
await Promise.all(parts.map((part) => inflate(fileURLToPath(new URL(part, bin)))));
