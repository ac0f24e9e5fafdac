import { once } from 'node:events';
import { X509Certificate } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';

vi.setConfig({ testTimeout: 60_000 });
