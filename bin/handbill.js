#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 17)) {
  console.error(
    `handbill: Node.js 20.17 or later is needed, this is ${process.versions.node}: https://nodejs.org`,
  );
  process.exitCode = 3;
} else {
  try {
    const { run } = await import('../dist/program/cli.js');
    await run();
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    console.error('handbill: it isn’t installed whole. In its folder: npm ci');
    process.exitCode = 3;
  }
}
