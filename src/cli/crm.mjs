#!/usr/bin/env node
/** The `crm` command. The CLI is TypeScript and runs without a build step: tsx (a dependency) compiles it on the way in. */
import { tsImport } from 'tsx/esm/api';

await tsImport('./main.ts', import.meta.url);
