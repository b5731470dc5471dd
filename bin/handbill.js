#!/usr/bin/env node
import { run } from '../dist/program/cli.js';

await run();
